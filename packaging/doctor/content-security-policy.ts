/** The sources of each directive of one policy. */
export type Policy = ReadonlyMap<string, readonly string[]>

/**
 * Parses the policies of a header, which separates them by commas: each of them must allow what a page does.
 *
 * @see CSP Level 3 §2.2.2
 */
export function parsePolicies(header: string): Policy[] {
  return header
    .split(',')
    .map(parsePolicy)
    .filter(({ size }) => size > 0)
}

function parsePolicy(text: string): Policy {
  const policy = new Map<string, readonly string[]>()
  for (const directive of text.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/)
    // Of a directive that is there twice, the first counts.
    if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources)
  }
  return policy
}

/** The policies in the `<meta>` tags of a page. */
export function metaPolicies(html: string): Policy[] {
  const tags = html.replace(/<!--[\s\S]*?-->/g, '').match(/<meta\b[^>]*>/gi) ?? []
  return tags
    .filter((tag) => /http-equiv\s*=\s*["']?content-security-policy["'\s>]/i.test(tag))
    .flatMap((tag) => {
      const [, , content = ''] = /\bcontent\s*=\s*(["'])([\s\S]*?)\1/i.exec(tag) ?? []
      return parsePolicies(content.replaceAll('&#39;', "'").replaceAll('&quot;', '"'))
    })
}

/**
 * Whether a policy lets the page reach a URL.
 *
 * @param directive Falls back on `default-src`; without either, everything is allowed.
 * @param url       What is requested.
 * @param pageUrl   What `'self'` means.
 * @see CSP Level 3 §6.7.2
 */
export function allows(policy: Policy, directive: string, url: URL, pageUrl: URL): boolean {
  const sources = policy.get(directive) ?? policy.get('default-src')
  return sources === undefined || sources.some((source) => matches(source, url, pageUrl))
}

function matches(source: string, url: URL, page: URL): boolean {
  const text = source.toLowerCase()
  if (text === '*') return /^(https?|wss?):$/.test(url.protocol)
  if (text === "'self'") return url.origin === page.origin
  if (text.startsWith("'")) return false
  if (/^[a-z][a-z0-9+.-]*:$/.test(text)) return isScheme(text, url.protocol)
  const [, scheme, host = '', port, path = ''] =
    /^(?:([a-z][a-z0-9+.-]*:)\/\/)?([^:/]+)(?::(\d+|\*))?(\/.*)?$/.exec(text) ?? []
  return (
    isScheme(scheme ?? page.protocol, url.protocol) &&
    (host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host) &&
    (port === '*' || (port ?? usualPort(url)) === (url.port || usualPort(url))) &&
    (path.endsWith('/') ? url.pathname.startsWith(path) : path === '' || url.pathname === path)
  )
}

/** A policy for http allows https, too. */
function isScheme(allowed: string, actual: string): boolean {
  return allowed === actual || (allowed === 'http:' && actual === 'https:')
}

function usualPort({ protocol }: URL): string {
  return protocol === 'https:' ? '443' : '80'
}
