/** Lists URIs that are easily taken for this one: another scheme or host name, with and without slash, path or `www`. */
export function similarUris(uri: string): string[] {
  const { protocol, host, pathname, origin } = new URL(uri)
  const path = uri.slice(origin.length)
  const hosts = [
    host.startsWith('www.') ? host.slice(4) : `www.${host}`,
    host.replace(/^localhost\b/, '127.0.0.1'),
    host.replace(/^127\.0\.0\.1\b/, 'localhost'),
  ]
  const similar = [
    uri.endsWith('/') ? uri.slice(0, -1) : `${uri}/`,
    origin,
    `${origin}/`,
    `${protocol === 'https:' ? 'http:' : 'https:'}//${host}${path}`,
    ...hosts.map((one) => `${protocol}//${one}${pathname === '/' ? path : pathname}`),
  ]
  return [...new Set(similar)].filter((one) => one !== uri)
}
