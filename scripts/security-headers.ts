import type { Plugin } from 'vite'

/** The servers the page talks to; the policy allows no others. */
export interface Servers {
  accountsUrl: string
  apiUrl: string
  /** Where the app may load pictures from, beside its own host. */
  pictureSources?: readonly string[]
}

/** The policy for a page that signs in with the core, the React button or the element; also in docs/security.md. */
export function signInPolicy({ accountsUrl, apiUrl }: Servers): Record<string, string> {
  return {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'connect-src': `${accountsUrl} ${apiUrl}`,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  }
}

/** The app's own policy, with the reason for each exception. */
function appPolicy(servers: Servers): Record<string, string> {
  const { 'connect-src': liveChat, ...policy } = signInPolicy(servers)
  return {
    ...policy,
    // A picture can carry a token in its address, so from LiveChat's hosts, and those the build names.
    'img-src': ["'self' data:", ...(servers.pictureSources ?? [])].join(' '),
    'font-src': "'self'",
    'connect-src': `'self' ${liveChat}`,
    'frame-src': "'none'",
    'object-src': "'none'",
  }
}

export function writePolicy(policy: Record<string, string>): string {
  return Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** The headers of every response of a host that serves the built app. */
export function securityHeaders(servers: Servers): Record<string, string> {
  return {
    'Content-Security-Policy': writePolicy(appPolicy(servers)),
    ...openerHeaders,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    // A cache may keep files under /assets/, whose names change with their content.
    'Cache-Control': 'no-store',
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=(), browsing-topics=()',
  }
}

/** The headers that the development server sends too: plain `same-origin` would cut the pop-up's link. */
export const openerHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  'Referrer-Policy': 'no-referrer',
}

/** Serves the built app with its headers, and repeats the policy in the page for hosts that cannot set headers. */
export function securityHeadersPlugin(servers: Servers): Plugin {
  return {
    name: 'security-headers',
    config: () => ({
      server: { headers: openerHeaders },
      preview: { headers: securityHeaders(servers) },
    }),
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        // Hot reload on the development server needs what the policy forbids.
        if (!bundle) return []
        const { 'frame-ancestors': _only, ...policy } = appPolicy(servers)
        return [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: writePolicy(policy) },
            injectTo: 'head-prepend',
          },
        ]
      },
    },
  }
}
