/**
 * Cookies of a request and of a response, as RFC 6265 writes them.
 *
 * @module
 */

/** Lists the cookies of a request in the order they came. */
export function readCookies(request: Request): [name: string, value: string][] {
  const header = request.headers.get('Cookie') ?? ''
  return header.split(';').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=')
    return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]]
  })
}

/** Browsers drop a cookie whose name and value are longer, without a word. */
export const longestCookie = 4096

/**
 * Writes a `Set-Cookie` header: for this host alone, out of reach of scripts, and not sent with what other sites post or
 * embed.
 *
 * @param maxAge   Seconds; 0 deletes the cookie.
 * @param isSecure Whether the site is reached over https.
 */
export function writeCookie(
  name: string,
  value: string,
  { maxAge, isSecure }: { maxAge: number; isSecure: boolean },
): string {
  const attributes = ['Path=/', `Max-Age=${maxAge}`, 'HttpOnly', 'SameSite=Lax']
  return [`${name}=${value}`, ...attributes, ...(isSecure ? ['Secure'] : [])].join('; ')
}

/**
 * The name of a cookie: over https a browser accepts this prefix from the host itself only, so that no other host of
 * the domain can plant one.
 */
export function cookieName(name: string, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name
}
