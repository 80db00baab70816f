/**
 * Reduces a wish of where to go after sign-in to a path of this site; anything else becomes `/`.
 *
 * @param wish   Path with optional query and hash, from anywhere.
 * @param origin This page's origin.
 */
export function safeReturnTo(wish: string | null | undefined, origin: string): string {
  if (!wish?.startsWith('/') || looksLikeHost(wish) || hasControlOrBackslash(wish)) return '/'
  let url: URL
  try {
    url = new URL(wish, origin)
    if (looksLikeHost(decodeURIComponent(url.pathname))) return '/'
  } catch {
    return '/'
  }
  return url.origin === origin ? url.pathname + url.search + url.hash : '/'
}

/** Two slashes of either kind open a host for a browser, also after it removed dot segments. */
function looksLikeHost(path: string): boolean {
  return /^[/\\]{2}/.test(path)
}

function hasControlOrBackslash(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these before they read a URL
  return /[\u0000-\u0020\u007f\\]/.test(text)
}
