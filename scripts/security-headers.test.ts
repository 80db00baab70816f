import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleHeaders } from '../packaging/examples-plugin.ts'
import { liveApiUrl } from '../src/agent-chat/index.ts'
import { liveChatPictures } from '../src/app/environment.ts'
import { liveAccountsUrl } from '../src/auth/index.ts'
import { cacheControl, securityHeaders } from './security-headers.ts'

const live = { accountsUrl: liveAccountsUrl, apiUrl: liveApiUrl }

const section = readFileSync(join(import.meta.dirname, '../docs/security.md'), 'utf8')
  .split('## Content-Security-Policy\n')[1]
  ?.split('\n## ')[0]
const documented = directivesOf(section?.match(/```\n(default-src[\s\S]*?)```/)?.[1])

function directivesOf(policy = ''): Record<string, string> {
  const directives = policy.replace(/\s+/g, ' ').split(';')
  return Object.fromEntries(
    directives.map((one) => {
      const [name = '', ...values] = one.trim().split(' ')
      return [name, values.join(' ')]
    }),
  )
}

const served = (name: string) => directivesOf(exampleHeaders(name, live)['Content-Security-Policy'])

test('the examples, whose tests fail on a violation, are served under the policy of docs/security.md', () => {
  expect(Object.keys(documented)).toContain('trusted-types')
  expect(served('react.html')).toEqual(documented)
})

test('the example in a frame differs by who may frame it, as docs/security.md says', () => {
  const { 'frame-ancestors': ancestors, ...policy } = documented
  expect(ancestors).toBe("'none'")
  expect(served('plain.html')).toMatchObject(policy)
  expect(served('plain.html')['frame-ancestors']).toContain('localhost')
  expect(exampleHeaders('plain.html', live)).not.toHaveProperty('X-Frame-Options')
  expect(exampleHeaders('react.html', live)).toHaveProperty('X-Frame-Options', 'DENY')
})

test('the app is as strict, except for LiveChat’s pictures and push feed and its own server', () => {
  const app = directivesOf(
    securityHeaders({ ...live, pictureSources: liveChatPictures })['Content-Security-Policy'],
  )
  expect(app).toMatchObject({
    ...documented,
    'img-src': `'self' data: ${liveChatPictures.join(' ')}`,
    'connect-src': `'self' ${documented['connect-src']} wss://api.livechatinc.com`,
  })
})

test('the app for a sandbox on this machine may reach its push feed, and no other', () => {
  const app = securityHeaders({
    accountsUrl: 'http://localhost:3001',
    apiUrl: 'http://localhost:3002',
  })
  expect(directivesOf(app['Content-Security-Policy'])['connect-src']).toBe(
    "'self' http://localhost:3001 http://localhost:3002 ws://localhost:3002",
  )
})

test('a cache keeps the built files whose names change with their content, and nothing else', () => {
  const built = [
    '/index.html',
    '/assets/main-B1x.js',
    '/browser-check.js',
    '/examples/react-page.js',
  ]
  const kept = (path: string) => cacheControl(path, (file) => built.includes(file))
  expect(kept('/assets/main-B1x.js')).toBe('public, max-age=31536000, immutable')
  for (const path of ['/', '/chats', '/index.html', '/browser-check.js', '/examples/react-page.js'])
    expect(kept(path), path).toBe('no-store')
})

test('a file that is gone is not kept: a host may answer with the page instead', () => {
  expect(cacheControl('/assets/main-C2y.js', () => false)).toBe('no-store')
  expect(cacheControl('/assets/../index.html', () => true)).toBe('no-store')
  expect(cacheControl('/assets/%2e%2e/index.html', () => true)).toBe('no-store')
})
