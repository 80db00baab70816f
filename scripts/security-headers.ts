import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
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
    // The push feed.
    'connect-src': `'self' ${liveChat} ${webSocketOrigin(servers.apiUrl)}`,
    'frame-src': "'none'",
    'object-src': "'none'",
  }
}

/** A policy that names an http origin allows no web sockets there. */
export function webSocketOrigin(url: string): string {
  return new URL(url).origin.replace('http', 'ws')
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
    'Cache-Control': 'no-store',
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=(), browsing-topics=()',
  }
}

/**
 * How long a cache may keep what is served at a path: built files for good, since their names change with their content;
 * the rest not at all, since a chat must not be left behind on disk. Where a built file is gone, many hosts answer with the
 * page, which must not be kept in its place.
 */
export function cacheControl(path: string, isFile: (path: string) => boolean): string {
  return /^\/assets\/[\w-][\w.-]*$/.test(path) && isFile(path)
    ? 'public, max-age=31536000, immutable'
    : 'no-store'
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
    configurePreviewServer({ middlewares, config }) {
      const folder = resolve(config.root, config.build.outDir)
      const isFile = (path: string) => existsSync(`${folder}${path}`)
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://preview')
        const path = pathname.slice(config.base.length - 1)
        // Vite sets the configured headers last, the same for every file.
        const writeHead = response.writeHead.bind(response)
        response.writeHead = ((...head: Parameters<typeof writeHead>) => {
          response.setHeader('Cache-Control', cacheControl(path, isFile))
          return writeHead(...head)
        }) as typeof writeHead
        next()
      })
    },
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
