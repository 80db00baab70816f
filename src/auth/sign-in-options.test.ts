import { expect, onTestFinished, test } from 'vitest'
import { completeOptions } from './sign-in-options.ts'

const page = 'https://app.example/inbox?x=1#y'

test('needs a client id only', () => {
  expect(completeOptions({ clientId: 'client' }, page)).toMatchObject({
    clientId: 'client',
    accountsUrl: 'https://accounts.livechat.com',
    redirectUri: 'https://app.example/inbox',
    request: { flow: 'popup', grantType: 'implicit' },
    redirectGrantType: 'implicit',
    popupTimeout: 600_000,
    expiringAhead: 60_000,
    requestTimeout: 10_000,
    refreshTimeout: 60_000,
  })
})

test('a refresh is waited for as long as other requests, and a redirect may have a grant of its own', () => {
  const settings = completeOptions(
    { clientId: 'client', requestTimeout: 90_000, redirectGrantType: 'code' },
    page,
  )
  expect(settings).toMatchObject({ refreshTimeout: 90_000, redirectGrantType: 'code' })
})

test('does not write into the options it is given', () => {
  const options = Object.freeze({ clientId: 'client', flow: 'redirect' as const })
  expect(completeOptions(options, page).request.flow).toBe('redirect')
})

test.each([
  ['no client id', { clientId: '' }],
  ['an accounts URL with a path', { accountsUrl: 'https://accounts.livechat.com/v2' }],
  ['an accounts URL that is none', { accountsUrl: 'accounts' }],
  ['plain http to another machine', { accountsUrl: 'http://accounts.example' }],
  ['plain http to a name like this machine’s', { accountsUrl: 'http://my-localhost' }],
  ['plain http to a host below such a name', { accountsUrl: 'http://localhost.evil.example' }],
  ['another protocol to this machine', { accountsUrl: 'ftp://localhost' }],
  ['a script for an accounts URL', { accountsUrl: 'javascript:alert(1)' }],
  ['a redirect URI of another site', { redirectUri: 'https://evil.example/' }],
  ['a redirect URI with a query', { redirectUri: 'https://app.example/?a=1' }],
  ['a redirect URI with a fragment', { redirectUri: 'https://app.example/#a' }],
])('%s is a configuration error that says so', (_what, wrong) => {
  expect(() => completeOptions({ clientId: 'client', ...wrong }, page)).toThrow(
    expect.objectContaining({ code: 'configuration', details: expect.any(String) }),
  )
})

test.each(['accountsUrl', 'redirectUri'])('what is wrong with %s is said by name', (name) => {
  expect(() => completeOptions({ clientId: 'client', [name]: 'none' }, page)).toThrow(
    expect.objectContaining({ details: `${name} is not a URL` }),
  )
})

const noDelays = [-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31]

test.each([
  ...[0, ...noDelays].map((requestTimeout) => ({ requestTimeout })),
  ...[0, ...noDelays].map((popupTimeout) => ({ popupTimeout })),
  ...noDelays.map((expiringAhead) => ({ expiringAhead })),
  { requestTimeout: '5000' as unknown as number },
])('a time that no timer can wait is a configuration error: %o (F41)', (wrong) => {
  const [name] = Object.keys(wrong)
  expect(() => completeOptions({ clientId: 'client', ...wrong }, page)).toThrow(
    expect.objectContaining({
      code: 'configuration',
      details: `${name} must be a number of milliseconds`,
    }),
  )
})

test('a session may be said to be expiring only when it ends', () => {
  expect(completeOptions({ clientId: 'client', expiringAhead: 0 }, page).expiringAhead).toBe(0)
})

test('an accounts URL may end with a slash', () => {
  const accountsUrl = 'https://accounts.example'
  const options = { clientId: 'client', accountsUrl: `${accountsUrl}/` }
  expect(completeOptions(options, page).accountsUrl).toBe(accountsUrl)
})

test.each(['http://localhost:3001', 'http://accounts.localhost:3001', 'http://127.0.0.1:3001'])(
  'plain http is allowed to this machine: %s',
  (accountsUrl) => {
    expect(completeOptions({ clientId: 'client', accountsUrl }, page).accountsUrl).toBe(accountsUrl)
  },
)

test('a browser without what signing in cannot do without is told that it is too old', () => {
  const timeout = Object.getOwnPropertyDescriptor(AbortSignal, 'timeout') ?? {}
  Reflect.deleteProperty(AbortSignal, 'timeout')
  onTestFinished(() => void Object.defineProperty(AbortSignal, 'timeout', timeout))
  expect(() => completeOptions({ clientId: 'client' }, page)).toThrow(
    expect.objectContaining({ code: 'unsupported_browser' }),
  )
})
