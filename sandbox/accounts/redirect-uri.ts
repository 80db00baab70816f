/**
 * Whether a requested redirect URI is one of an app's: same scheme, host and port, and a path that continues the
 * registered one. LiveChat's wording allows the registered path anywhere inside the requested one; here it must
 * come first and end on a segment border, as in all its examples.
 *
 * Everything is compared as written, since a URL parser resolves the very traversal that has to be refused.
 * A registered `http://localhost:*` is the sandbox's own: any port, so that a page works wherever it is served.
 */
export function redirectUriMatches(registered: string, requested: string): boolean {
  const known = split(registered)
  const asked = split(requested)
  return (
    known !== undefined &&
    asked !== undefined &&
    isSameOrigin(known, asked) &&
    !hasTraversal(asked.path) &&
    isAtOrBelow(known.path, asked.path)
  )
}

/** Whether an origin, as a browser writes it, is the one a redirect URI is on. */
export function isOriginOf(registered: string, origin: string): boolean {
  const known = split(registered)
  const asked = split(origin)
  return known !== undefined && asked !== undefined && isSameOrigin(known, asked)
}

/** Whether a URI is of a web page, whose origin a message can be sent to. */
export function isWebUri(uri: string): boolean {
  return /^https?:\/\//.test(uri)
}

interface UriParts {
  scheme: string
  host: string
  path: string
}

/** Splits a URI; undefined for one with a query, fragment or user info, or that browsers read differently than written. */
function split(uri: string): UriParts | undefined {
  const [, scheme, host, path] =
    /^([a-z][a-z0-9+._-]*):\/\/([^/?#@\\]*)(\/[!-~]*)?$/.exec(uri) ?? []
  if (scheme === undefined || host === undefined) return undefined
  if (path && /[?#\\"<>^`{|}]/.test(path)) return undefined
  if (isWebUri(uri) && (host === '' || !URL.canParse(uri.replace(anyPort, '$1')))) return undefined
  return { scheme, host, path: path ?? '' }
}

/** A registered port that stands for all. */
const anyPort = /^(http:\/\/(?:localhost|127\.0\.0\.1)):\*/

function isSameOrigin(known: UriParts, asked: UriParts): boolean {
  if (known.scheme !== asked.scheme) return false
  const [host, port] = known.host.split(':')
  return port === '*' ? asked.host.replace(/:\d+$/, '') === host : known.host === asked.host
}

function hasTraversal(path: string): boolean {
  const decoded = decodeAll(path)
  return decoded === undefined || /(^|[/\\])\.\.?([/\\]|$)/.test(decoded) || decoded.includes('\\')
}

/** Decodes as often as any server on the way might; undefined when it never ends or is malformed. */
function decodeAll(path: string): string | undefined {
  let current = path
  for (let round = 0; round < 4; round++) {
    let next: string
    try {
      next = decodeURIComponent(current)
    } catch {
      return undefined
    }
    if (next === current) return current
    current = next
  }
  return undefined
}

function isAtOrBelow(registered: string, requested: string): boolean {
  if (!requested.startsWith(registered)) return false
  const rest = requested.slice(registered.length)
  return rest === '' || registered.endsWith('/') || rest.startsWith('/')
}
