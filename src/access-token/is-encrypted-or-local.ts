/**
 * Whether a token may be sent to this URL: over TLS, or without it to this machine.
 *
 * @see W3C Secure Contexts, "Is origin potentially trustworthy?"
 */
export function isEncryptedOrLocal({ protocol, hostname }: URL): boolean {
  const isLocal = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
  return protocol === 'https:' || (protocol === 'http:' && isLocal)
}

/**
 * Refuses a URL that a token must not be sent to.
 *
 * @throws {TypeError} When it is one without TLS on another machine.
 */
export function requireEncryption(url: URL): void {
  if (isEncryptedOrLocal(url)) return
  throw new TypeError(`The token would go to ${url.origin} unencrypted. Use its https address.`)
}
