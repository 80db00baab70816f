import { expect, test } from 'vitest'
import type { AccountsFound, Findings, PageFound, Question } from './findings.ts'
import { isHealthy, judge } from './judge.ts'

const pageUrl = 'https://my.app/'
const question: Question = {
  pageUrl,
  clientId: 'an-app',
  redirectUri: pageUrl,
  accountsUrl: 'https://accounts.livechat.com',
  apiUrl: 'https://api.livechatinc.com',
  flow: 'popup',
  grantType: 'implicit',
  scopes: undefined,
  isFramed: false,
}
const liveChat = 'https://accounts.livechat.com https://api.livechatinc.com'

interface Seed {
  question?: Partial<Question>
  page?: Partial<Omit<PageFound, 'headers'>> & { headers?: Record<string, string> }
  accounts?: Partial<AccountsFound>
}

function findings({ question: asked, page = {}, accounts }: Seed): Findings {
  const headers = { 'Content-Security-Policy': "frame-ancestors 'none'", ...page.headers }
  return {
    question: { ...question, ...asked },
    page: {
      url: pageUrl,
      status: 200,
      html: '',
      clockOffset: 0,
      ...page,
      headers: new Headers(headers),
    },
    accounts: {
      status: 200,
      exception: undefined,
      details: undefined,
      clockOffset: undefined,
      accepted: [],
      ...accounts,
    },
  }
}

function problems(seed: Seed): string[] {
  return judge(findings(seed)).flatMap(({ advice }) => advice.map(({ problem }) => problem))
}

const policy = (text: string): Seed => ({
  page: { headers: { 'Content-Security-Policy': `${text}; frame-ancestors 'none'` } },
})

test.each([
  `default-src 'none'; connect-src ${liveChat}`,
  `default-src ${liveChat}`,
  "script-src 'self'",
  'connect-src https:',
  'connect-src *',
  'connect-src http://*.livechat.com:* *.livechatinc.com',
  'connect-src https://accounts.livechat.com/v2/ https://api.livechatinc.com:443',
  'CONNECT-SRC HTTPS://ACCOUNTS.LIVECHAT.COM HTTPS://API.LIVECHATINC.COM',
  `connect-src ${liveChat}; connect-src 'none'`,
])('the policy %s lets a page sign in', (text) => {
  expect(problems(policy(text))).toEqual([])
})

test.each([
  "default-src 'self'",
  "connect-src 'none'",
  'connect-src',
  'connect-src wss:',
  'connect-src https://livechat.com https://livechatinc.com',
  'connect-src https://accounts.livechat.com:8443 https://api.livechatinc.com:8443',
  'connect-src https://accounts.livechat.com/v3/ https://api.livechatinc.com/v2',
  `connect-src ${liveChat}, default-src 'self'`,
])('the policy %s does not', (text) => {
  expect(problems(policy(text))).toEqual([
    expect.stringContaining('connect to https://accounts.livechat.com'),
    expect.stringContaining('connect to https://api.livechatinc.com'),
  ])
})

test('a page that only signs in is told of the API, but is healthy', () => {
  const checks = judge(findings(policy('connect-src https://accounts.livechat.com')))
  expect(checks.flatMap(({ advice }) => advice.map(({ level }) => level))).toEqual(['warning'])
  expect(isHealthy(checks)).toBe(true)
})

test('a policy in a comment does not count, one with quotes of either kind does', () => {
  const tag = (content: string) => `<meta content=${content} http-equiv='content-security-policy'>`
  const comment = `<!-- ${tag(`"default-src 'none'"`)} -->`
  expect(problems({ page: { html: comment } })).toEqual([])
  expect(problems({ page: { html: tag(`"default-src 'none'"`) } })).toHaveLength(2)
  expect(problems({ page: { html: tag(`'default-src data:'`) } })).toHaveLength(2)
})

test.each([
  ['<script type="module" src="http://cdn.example/a.js"></script>', 1],
  ["<link href='http://cdn.example/a.css' rel='stylesheet'>", 1],
  ['<iframe src=http://frame.example></iframe>', 1],
  ['<a href="http://other.example">a link</a><link rel="canonical" href="http://my.app/">', 0],
  ['<script src="https://cdn.example/a.js"></script>', 0],
])('of %s an https page loads %i over http', (html, count) => {
  expect(problems({ page: { html } })).toHaveLength(count)
  const asHttp = { url: 'http://localhost:3000/', html }
  const local = { pageUrl: asHttp.url, redirectUri: asHttp.url }
  expect(problems({ question: local, page: asHttp })).toEqual([])
})

test('plain http of another host breaks the code grant, and endangers the implicit one', () => {
  const http = { pageUrl: 'http://my.app/', redirectUri: 'http://my.app/' }
  const page = { url: http.pageUrl }
  const levels = (grantType: 'code' | 'implicit') =>
    judge(findings({ question: { ...http, grantType }, page })).flatMap(({ advice }) =>
      advice.map(({ level }) => level),
    )
  expect(levels('code')).toEqual(['error'])
  expect(levels('implicit')).toEqual(['warning'])
})

test.each([
  ['camera=(), microphone=(self "https://a.example"), geolocation=*', true],
  ['storage-access=self;report-to=x', true],
  ["camera 'none'", false],
  ['camera=(); microphone=()', false],
])('Permissions-Policy: %s is read by browsers: %s', (header, isRead) => {
  expect(problems({ page: { headers: { 'Permissions-Policy': header } } })).toHaveLength(
    isRead ? 0 : 1,
  )
})

test('the Agent App may frame a page whose policy names it, whatever the older header says', () => {
  const headers = {
    'Content-Security-Policy': 'frame-ancestors https://my.livechatinc.com',
    'X-Frame-Options': 'DENY',
  }
  expect(problems({ question: { isFramed: true }, page: { headers } })).toEqual([])
})

test.each([
  ['invalid_scope', undefined, 'does not give this app its scopes'],
  ['access_denied', 'too_many_redirects', 'LiveChat is busy'],
  ['server_error', undefined, 'LiveChat refuses the request (server_error)'],
  ['unauthorized_client', undefined, 'does not accept the redirect URI'],
])('LiveChat’s %s, %s is explained', (exception, details, words) => {
  expect(problems({ accounts: { exception, details } })).toEqual([expect.stringContaining(words)])
})

test.each([
  ['ENOTFOUND', 'hosts file'],
  ['CERT_HAS_EXPIRED', 'NODE_EXTRA_CA_CERTS'],
  ['ECONNREFUSED', 'Check its address'],
])('a page that cannot be reached, %s, is explained', (failure, words) => {
  const [check] = judge({ ...findings({}), page: { failure } })
  expect(check?.advice[0]?.remedy).toContain(words)
})

test('that nobody is signed in is no fault', () => {
  expect(problems({ accounts: { exception: 'unauthorized' } })).toEqual([])
})
