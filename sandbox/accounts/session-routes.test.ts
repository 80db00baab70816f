import { expect, test } from 'vitest'
import { createBrowser, signIn } from '../testing.ts'
import { javascriptApp, startAccounts } from './test-accounts.ts'

const url = `/?${new URLSearchParams({
  response_type: 'token',
  client_id: javascriptApp,
  redirect_uri: 'http://localhost:3000',
})}`

interface SessionBody {
  session_id: string
  current: boolean
}

async function startSignedIn() {
  const accounts = startAccounts()
  const signInSomewhere = async (email?: string) => {
    const browser = createBrowser(accounts.accounts)
    const page = await signIn(browser, url, email)
    const fragment = new URLSearchParams(new URL(page.leftFor ?? 'x:').hash.slice(1))
    return { browser, token: fragment.get('access_token') ?? '' }
  }
  const listSessions = async (token: string) => {
    const { body } = await accounts.call<SessionBody[]>('GET', '/v2/sessions', { token })
    return body
  }
  return { ...accounts, signInSomewhere, listSessions, ...(await signInSomewhere()) }
}

test('an agent sees their own sessions, and which one is current', async () => {
  const { listSessions, token, signInSomewhere } = await startSignedIn()
  await signInSomewhere()
  await signInSomewhere('smith@example.com')
  const sessions = await listSessions(token)
  expect(sessions).toHaveLength(2)
  expect(sessions[0]).toEqual({
    account_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
    session_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    current: true,
    user_agent: '',
    identity_source: 'credentials',
    ip: '127.0.0.1',
    applications: [
      {
        name: 'Sign in with LiveChat',
        client_id: javascriptApp,
        session_id: sessions[0]?.session_id,
      },
    ],
  })
  expect(sessions[1]?.current).toBe(false)
})

test('signing in again in the same browser keeps the session', async () => {
  const { call, token, browser } = await startSignedIn()
  await signIn(browser, url.replace('/?', '/signin?'))
  expect((await call('GET', '/v2/sessions', { token })).body).toHaveLength(1)
})

test('ending all sessions revokes their tokens and asks the browser to sign in again', async () => {
  const { call, token, browser, signInSomewhere, mint } = await startSignedIn()
  const withoutSession = mint()
  const elsewhere = await signInSomewhere()
  const other = await signInSomewhere('smith@example.com')
  expect(await call('DELETE', '/v2/sessions', { token })).toMatchObject({ status: 200, body: {} })
  expect((await call('GET', '/v2/info', { token })).status).toBe(401)
  expect((await call('GET', '/v2/info', { token: elsewhere.token })).status).toBe(401)
  expect((await call('GET', '/v2/info', { token: withoutSession })).status).toBe(401)
  expect((await call('GET', '/v2/info', { token: other.token })).status).toBe(200)
  expect((await browser.open(url)).html).toContain('login-email-input')
})

test('an agent can end one session, of their own account only', async () => {
  const { call, listSessions, token, signInSomewhere } = await startSignedIn()
  const elsewhere = await signInSomewhere()
  const other = await signInSomewhere('smith@example.com')
  const [, second] = await listSessions(token)
  const [foreign] = await listSessions(other.token)
  const refused = await call('DELETE', `/v2/sessions/${foreign?.session_id}`, { token })
  expect([refused.status, refused.body.resource_name]).toEqual([404, 'session'])
  await call('DELETE', `/v2/sessions/${second?.session_id}`, { token })
  expect((await call('GET', '/v2/info', { token: elsewhere.token })).status).toBe(401)
  expect((await call('GET', '/v2/info', { token })).status).toBe(200)
})

test('sessions need a bearer token with the right scope', async () => {
  const { call, mint } = startAccounts()
  expect((await call('GET', '/v2/sessions')).status).toBe(401)
  const pat = btoa('b7eff798-f8df-4364-8059-649c35c9ed0c:dal:sandbox-personal-access-token')
  const basic = { headers: { Authorization: `Basic ${pat}` } }
  expect((await call('GET', '/v2/sessions', basic)).status).toBe(401)
  const readOnly = mint(['sessions--my:ro'])
  expect((await call('GET', '/v2/sessions', { token: readOnly })).status).toBe(200)
  const refused = await call('DELETE', '/v2/sessions', { token: readOnly })
  expect([refused.status, refused.body.sub_error]).toEqual([403, 'insufficient_scope'])
})

test('signing out ends the session in this browser alone, and LiveChat asks who it is', async () => {
  const { browser, token, listSessions, signInSomewhere } = await startSignedIn()
  const other = await signInSomewhere()
  expect((await browser.open(url)).leftFor).toContain('access_token=')
  const page = await browser.open(url.replace('/?', '/signout?'))
  expect(new URL(page.url).pathname).toBe('/signin')
  expect((await browser.open(url)).leftFor).toBeUndefined()
  expect((await other.browser.open(url)).leftFor).toContain('access_token=')
  expect(await listSessions(token)).toHaveLength(1)
  const next = await browser.submit(page, { email: 'smith@example.com', password: 'sandbox' })
  expect(next.leftFor).toContain('access_token=')
})
