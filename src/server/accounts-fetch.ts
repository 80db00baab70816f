/**
 * Creates what sends a server's requests to the accounts server: forms get the app's secret, and of the options only those
 * remain that every server's `fetch` has. Cloudflare's throws for `redirect: 'error'`, and for `credentials` until 2024.
 *
 * @see RFC 6749 §2.3.1
 */
export function createAccountsFetch(clientSecret: string): typeof fetch {
  return async (input, { method, headers, body, signal } = {}) => {
    const form = body instanceof URLSearchParams ? new URLSearchParams(body) : undefined
    form?.set('client_secret', clientSecret)
    const response = await fetch(input, {
      ...(method && { method }),
      ...(headers && { headers }),
      ...(form && { body: form }),
      ...(signal && { signal }),
      redirect: 'manual',
    })
    // A token or the secret may not follow one.
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      throw new TypeError('The accounts server redirects.')
    }
    return response
  }
}
