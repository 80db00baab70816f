/**
 * Whether a requested redirect URI is one of an app's: same scheme, host and port, and a path that continues the
 * registered one. LiveChat's wording allows the registered path anywhere inside the requested one; here it must
 * come first and end on a segment border, as in all its examples.
 *
 * Everything is compared as written, since a URL parser resolves the very traversal that has to be refused.
 */
export function redirectUriMatches(registered: string, requested: string): boolean {
  const known = split(registered)
  const asked = split(requested)
  return (
    known !== undefined &&
    asked !== undefined &&
    known.scheme === asked.scheme &&
    known.host === asked.host &&
    !hasTraversal(asked.path) &&
    isAtOrBelow(known.path, asked.path)
  )
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
  if (isWebUri(uri) && (host === '' || !URL.canParse(uri))) return undefined
  return { scheme, host, path: path ?? '' }
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
