/**
 * A path of the site as the app counts it, from its first slash.
 *
 * @param base Path of the app on its site, from `/` to `/`.
 */
export function pathWithin(base: string, path = location.pathname): string {
  return path.slice(base.length - 1)
}
