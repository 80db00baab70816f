import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../sandbox/server/serve.ts'
import { createServerSignIn, type ServerSignIn, type ServerSignInOptions } from './index.ts'
import { createSiteBrowser, type SiteBrowser, visitLiveChat } from './testing/site-browser.ts'

const origin = 'http://localhost:8080'
const clientId = 'server-side-app'
const clientSecret = 'only the server knows'
const cookieSecret = 'k'.repeat(32)
let sandbox: RunningSandbox
let browser: SiteBrowser
let auth: ServerSignIn

beforeAll(async () => {
  sandbox = await startSandbox({
    accountsPort: 0,
    apiPort: 0,
    chats: 0,
    clients: [
      {
        clientId,
        name: 'A server-side app',
        type: 'server',
        secret: clientSecret,
        redirectUris: [`${origin}/auth/callback`, 'https://app.example/auth/callback'],
        scopes: ['chats--access:ro', 'accounts--my:ro'],
        visibility: 'private',
        organizationId: '390e44e6-f1e6-4368-b6dd-74c14508c2e4',
        tokenLifetime: 3600,
      },
    ],
  })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.reset()
  browser = createSiteBrowser(origin)
  auth = create()
})
afterEach(() => {
  vi.useRealTimers()
})

function create(options: Partial<ServerSignInOptions> = {}): ServerSignIn {
  return createServerSignIn({
    clientId,
    clientSecret,
    cookieSecret,
    redirectUri: `${origin}/auth/callback`,
    accountsUrl: sandbox.accountsUrl,
    ...options,
  })
}

async function begin(query = ''): Promise<string> {
  const response = await browser.get(auth.signIn, `${origin}/auth/sign-in${query}`)
  expect(response.status).toBe(302)
  return response.headers.get('Location') ?? ''
}

async function signIn(query = ''): Promise<Response> {
  return browser.get(auth.callback, await visitLiveChat(await begin(query)))
}

const token = (form: Record<string, string> = {}) =>
  browser.post(auth.token, `${origin}/auth/token`, { form })

async function accessToken(form?: Record<string, string>): Promise<string> {
  const response = await token(form)
  expect(response.status).toBe(200)
  return (await response.json()).access_token
}

function pass(seconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 })
}

function failNext(status: number, errorType?: string): void {
  sandbox.world.faults.push({
    endpoint: 'token',
    times: 1,
    status,
    ...(errorType && { errorType }),
  })
}

const tokenRequests = () =>
  sandbox.world.requests.filter((one) => one.endpoint === 'token' && one.method === 'POST')

test('signs an agent in and gives the page a token that LiveChat accepts', async () => {
  const response = await signIn('?returnTo=/chats%3Fview%3Dmine')
  expect(response.status).toBe(303)
  expect(response.headers.get('Location')).toBe('/chats?view=mine')
  const answer = await token()
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(await answer.json()).toEqual({
    access_token: [...sandbox.world.accessTokens.keys()][0],
    token_type: 'Bearer',
    expires_in: expect.closeTo(3600, -1),
    scope: 'chats--access:ro,accounts--my:ro',
    account_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
    organization_id: '390e44e6-f1e6-4368-b6dd-74c14508c2e4',
  })
})

test('requests a code with a state and an S256 challenge of its own each time', async () => {
  const [one, other] = [new URL(await begin()), new URL(await begin())]
  expect(Object.fromEntries(one.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: `${origin}/auth/callback`,
    code_challenge_method: 'S256',
  })
  for (const name of ['state', 'code_challenge']) {
    expect(one.searchParams.get(name)).toMatch(/.{43}/)
    expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name))
  }
})

test('a page may ask for an organization, consent or LiveChat’s sign-in page, and for nothing else', async () => {
  const asked = new URL(
    await begin('?organizationId=acme&prompt=consent&signInPage=always&scopes=chats--all:rw'),
  )
  expect(asked.pathname).toBe('/signin')
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    organization_id: 'acme',
    prompt: 'consent',
  })
  const ordinary = new URL(await begin())
  expect(asked.searchParams.get('scope')).toBe(ordinary.searchParams.get('scope'))
  const other = new URL(await begin('?prompt=none&signInPage=after-sign-out'))
  expect([other.pathname, other.searchParams.get('prompt')]).toEqual(['/', null])
})

test('neither secret, refresh token nor code verifier ever reaches the browser (A57)', async () => {
  const sent = vi.spyOn(globalThis, 'fetch')
  await signIn()
  const refreshToken = [...sandbox.world.refreshTokens.keys()][0] ?? ''
  await token()
  await browser.post(auth.signOut, `${origin}/auth/sign-out`)
  const forms = sent.mock.calls.map(([, init]) => new URLSearchParams(String(init?.body ?? '')))
  sent.mockRestore()
  const verifier = forms.map((form) => form.get('code_verifier')).find(Boolean) ?? ''
  const all = browser.received.join('\n')
  expect(Math.min(verifier.length, refreshToken.length)).toBeGreaterThan(20)
  expect(forms.map((form) => form.get('client_secret'))).toContain(clientSecret)
  for (const secret of [clientSecret, cookieSecret, verifier, refreshToken]) {
    expect(all).not.toContain(secret)
    expect(decodeURIComponent(all)).not.toContain(secret)
  }
})

test('the access token is in no cookie that could be read, and in no object that is logged', async () => {
  await signIn()
  const secret = await accessToken()
  expect(JSON.stringify([...browser.cookies])).not.toContain(secret)
  const session = await getSession()
  expect(session?.accessToken).toBe(secret)
  expect(inspect(session) + JSON.stringify(session)).not.toContain(secret)
})

async function getSession(headers = new Headers()) {
  let found: Awaited<ReturnType<ServerSignIn['getSession']>>
  await browser.get(async (request) => {
    found = await auth.getSession(request, headers)
    return new Response(null, { headers })
  }, `${origin}/chats`)
  return found
}

test('cookies are out of reach of scripts and of other sites', async () => {
  const started = await auth.signIn(new Request(`${origin}/auth/sign-in`))
  expect(started.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^livechat-sign-in-[0-9a-f]{8}=[\w.-]+; Path=\/; Max-Age=1800; HttpOnly; SameSite=Lax$/,
    ),
  ])
})

test('over https no other host can plant a cookie (A58)', async () => {
  auth = create({ redirectUri: 'https://app.example/auth/callback' })
  await signIn()
  const [cookie = ''] = browser.received.at(-1)?.match(/__Host-livechat-session=[^"]+/) ?? []
  expect(cookie).toMatch(/; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/)
  const planted = new Headers({ Cookie: cookie.replace('__Host-', '') })
  expect(await auth.getSession(new Request(origin, { headers: planted }), new Headers())).toBe(
    undefined,
  )
})

test.each([
  ['no state', '?code=forged'],
  ['an unknown state', '?code=forged&state=siwl_ffffffffffffffffffffffffffffffff'],
  ['a state that is no name of a cookie', '?code=forged&state=%3B%0D%0A'],
])('a response with %s is refused before LiveChat is asked (A1)', async (_, query) => {
  await begin()
  const response = await browser.get(auth.callback, `${origin}/auth/callback${query}`)
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('does not belong to a sign-in started here')
  expect(tokenRequests()).toEqual([])
})

test('a response of another browser is refused: nobody is signed in as the attacker (A59)', async () => {
  const url = await visitLiveChat(await begin(), 'smith@example.com')
  browser = createSiteBrowser(origin)
  await begin()
  expect((await browser.get(auth.callback, url)).status).toBe(400)
  expect((await token()).status).toBe(401)
  expect(tokenRequests()).toEqual([])
})

test('a response whose end was changed is told from one with the right state', async () => {
  const url = new URL(await visitLiveChat(await begin()))
  const state = url.searchParams.get('state') ?? ''
  url.searchParams.set('state', `siwl_${'0'.repeat(56)}${state.slice(-8)}`)
  expect((await browser.get(auth.callback, url.href)).status).toBe(400)
  expect(tokenRequests()).toEqual([])
})

test('a response that another accounts server was asked for is refused (A13)', async () => {
  const url = await visitLiveChat(await begin())
  const sent = vi.spyOn(globalThis, 'fetch')
  auth = create({ accountsUrl: 'https://other.example' })
  expect((await browser.get(auth.callback, url)).status).toBe(400)
  expect(sent).not.toHaveBeenCalled()
  sent.mockRestore()
})

test('a used response signs nobody in again (A3)', async () => {
  const url = await visitLiveChat(await begin())
  await browser.get(auth.callback, url)
  expect((await browser.get(auth.callback, url)).status).toBe(400)
  expect(tokenRequests()).toHaveLength(1)
})

test('a response of more than half an hour ago is refused (A4)', async () => {
  const url = await visitLiveChat(await begin())
  pass(31 * 60)
  expect((await browser.get(auth.callback, url)).status).toBe(400)
  expect(tokenRequests()).toEqual([])
})

test('two tabs sign in at once; of many that never come back the oldest are forgotten', async () => {
  const first = await visitLiveChat(await begin('?returnTo=/first'))
  const second = await visitLiveChat(await begin('?returnTo=/second'))
  for (const [url, path] of [
    [first, '/first'],
    [second, '/second'],
  ] as const) {
    expect((await browser.get(auth.callback, url)).headers.get('Location')).toBe(path)
  }
  for (let count = 0; count < 10; count += 1) await begin()
  const waiting = [...browser.cookies.keys()].filter((name) => name.includes('sign-in'))
  expect(waiting).toHaveLength(4)
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'nobody is sent to %s after signing in (A36)',
  async (wish) => {
    const response = await signIn(`?returnTo=${encodeURIComponent(wish)}`)
    expect(response.headers.get('Location')).toBe('/')
  },
)

test('what LiveChat refuses is said in words, by the app if it wants to', async () => {
  const callback = async () => {
    const { searchParams } = new URL(await begin())
    const state = encodeURIComponent(searchParams.get('state') ?? '')
    return `${origin}/auth/callback?oauth_exception=access_denied&exception_details=%3Cb%3E&state=${state}`
  }
  const page = await browser.get(auth.callback, await callback())
  expect(page.status).toBe(400)
  expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  expect(await page.text()).toContain('Access was denied. Sign in again and choose Allow')
  auth = create({
    onError: ({ code }) => Response.redirect(`${origin}/sign-in?failed=${code}`, 303),
  })
  const own = await browser.get(auth.callback, await callback())
  expect(own.headers.get('Location')).toBe(`${origin}/sign-in?failed=access_denied`)
  expect(own.headers.get('Cache-Control')).toBe('no-store')
  expect([...browser.cookies.keys()]).toEqual([])
})

test.each([
  ['fr-CH, fr;q=0.9, en;q=0.8', '<html lang="fr" dir="ltr">', 'Échec de la connexion'],
  ['sv, he;q=0.5', '<html lang="he" dir="rtl">', 'הכניסה נכשלה'],
  ['en-GB,de;q=0.5', '<html lang="en" dir="ltr">', 'Sign-in failed'],
  ['sv', '<html lang="en" dir="ltr">', 'Sign-in failed'],
])('to a browser that reads %s it is said in its language', async (accepted, html, heading) => {
  const request = new Request(`${origin}/auth/callback?state=none&code=none`, {
    headers: { 'Accept-Language': accepted },
  })
  const text = await (await auth.callback(request)).text()
  expect(text).toContain(html)
  expect(text).toContain(`<h1>${heading}</h1>`)
})

test('when LiveChat is down the sign-in fails with 503, and no cookie is left', async () => {
  const url = await visitLiveChat(await begin())
  failNext(500)
  expect((await browser.get(auth.callback, url)).status).toBe(503)
  expect([...browser.cookies.keys()]).toEqual([])
})

test('the token is refreshed near its end, once for all later requests', async () => {
  await signIn()
  const first = await accessToken()
  pass(3580)
  const second = await accessToken()
  expect(second).not.toBe(first)
  expect(await accessToken()).toBe(second)
  expect(tokenRequests()).toHaveLength(2)
})

test('a token that LiveChat refused is replaced, if it is still the newest', async () => {
  await signIn()
  const first = await accessToken()
  const second = await accessToken({ refused: first })
  expect(second).not.toBe(first)
  expect(await accessToken({ refused: first })).toBe(second)
})

test('while LiveChat is down a token is used to its end; then the answer is 503, and the session stays', async () => {
  await signIn()
  const first = await accessToken()
  pass(3580)
  failNext(500)
  expect(await accessToken()).toBe(first)
  pass(30)
  failNext(500)
  expect((await token()).status).toBe(503)
  await expect(
    (async () => {
      failNext(429)
      return getSession()
    })(),
  ).rejects.toMatchObject({ code: 'temporarily_unavailable' })
  expect(await accessToken()).not.toBe(first)
})

test('a session that LiveChat ended is over: the answer is 401, and the cookie goes', async () => {
  await signIn()
  sandbox.world.refreshTokens.clear()
  pass(3590)
  const response = await token()
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ error: expect.any(String) })
  expect([...browser.cookies.keys()]).toEqual([])
  expect(await getSession()).toBe(undefined)
})

test('a refreshed token of another account is not used, and revoked', async () => {
  await signIn()
  const bent = vi.spyOn(globalThis, 'fetch').mockImplementationOnce(async () =>
    Response.json({
      access_token: 'dal:other',
      token_type: 'Bearer',
      account_id: 'another',
    }),
  )
  pass(3590)
  expect((await token()).status).toBe(401)
  expect(bent.mock.calls.map(([, init]) => init?.method)).toEqual(['POST', 'DELETE'])
  bent.mockRestore()
})

test('after its lifetime a session is over, however often it was refreshed', async () => {
  auth = create({ sessionLifetime: 7200 })
  await signIn()
  pass(3590)
  await accessToken()
  const cookies = [...browser.cookies]
  pass(3620)
  for (const [name, value] of cookies) browser.cookies.set(name, value)
  expect((await token()).status).toBe(401)
})

test('signing out revokes the tokens and removes the cookie; a form goes on to a page', async () => {
  await signIn()
  const secret = await accessToken()
  const url = `${origin}/auth/sign-out`
  const response = await browser.post(auth.signOut, url)
  expect(response.status).toBe(204)
  const info = await fetch(`${sandbox.accountsUrl}/v2/info?code=${encodeURIComponent(secret)}`)
  expect(info.status).toBe(401)
  expect((await token()).status).toBe(401)
  auth = create({ afterSignOut: '/goodbye' })
  const form = await browser.post(auth.signOut, url, { headers: { 'Sec-Fetch-Mode': 'navigate' } })
  expect([form.status, form.headers.get('Location')]).toEqual([303, '/goodbye'])
})

test('when LiveChat cannot be told, the agent is signed out here all the same', async () => {
  await signIn()
  failNext(500)
  expect((await browser.post(auth.signOut, `${origin}/auth/sign-out`)).status).toBe(204)
  expect([...browser.cookies.keys()]).toEqual([])
})

test.each([
  ['another site', { Origin: 'https://evil.example' }, 403],
  ['another port', { Origin: 'http://localhost:8081' }, 403],
  ['nobody who says so', { Origin: 'null' }, 403],
  [
    'another site’s form that hides where it is',
    { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
    403,
  ],
  [
    'a form of this site without a referrer',
    { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
    200,
  ],
])('a token is asked for by %s: %s', async (_, headers, status) => {
  await signIn()
  const before = tokenRequests().length
  const response = await browser.post(auth.token, `${origin}/auth/token`, { headers })
  expect(response.status).toBe(status)
  expect(tokenRequests()).toHaveLength(before)
})

test('another site cannot sign the agent out (A60)', async () => {
  await signIn()
  const url = `${origin}/auth/sign-out`
  const headers = { Origin: 'https://evil.example' }
  expect((await browser.post(auth.signOut, url, { headers })).status).toBe(403)
  expect((await browser.get(auth.signOut, url)).status).toBe(405)
  expect((await browser.get(auth.token, `${origin}/auth/token`)).status).toBe(405)
  expect((await token()).status).toBe(200)
})

test('a cookie that was changed, sealed for something else, or by somebody else opens nothing', async () => {
  await begin()
  const pending = [...browser.cookies.values()][0] ?? ''
  await signIn()
  const kept = browser.cookies.get('livechat-session') ?? ''
  for (const value of [pending, kept.slice(0, -2), `${kept}A`, kept.replace(/^\w/, 'f'), '', 'x']) {
    browser.cookies.set('livechat-session', value)
    expect((await token()).status).toBe(401)
  }
  browser.cookies.set('livechat-session', kept)
  auth = create({ cookieSecret: 'another secret '.repeat(3) })
  expect((await token()).status).toBe(401)
})

test('a new cookie secret opens what an old one sealed, until it is taken away', async () => {
  const next = 'n'.repeat(32)
  await signIn()
  auth = create({ cookieSecret: [next, cookieSecret] })
  await accessToken()
  pass(3590)
  await accessToken()
  auth = create({ cookieSecret: next })
  await accessToken()
})

test('no redirect of the accounts server is followed', async () => {
  await signIn()
  const location = { Location: 'https://evil.example/' }
  sandbox.world.faults.push({ endpoint: 'token', times: 1, status: 307, headers: location })
  pass(3610)
  expect((await token()).status).toBe(503)
})

test.each([
  [{ clientId: '' }, 'clientId is missing'],
  [{ clientSecret: '' }, 'clientSecret is missing'],
  [{ redirectUri: '' }, 'redirectUri is missing'],
  [{ redirectUri: `${origin}/?a` }, 'redirectUri must end with its path'],
  [{ cookieSecret: 'short' }, 'cookieSecret must have at least 32 characters'],
  [{ cookieSecret: [] }, 'cookieSecret must have at least 32 characters'],
  [{ accountsUrl: 'http://accounts.example' }, 'accountsUrl must use https'],
])('options that cannot work are refused: %o', (options, details) => {
  expect(() => create(options)).toThrow(expect.objectContaining({ code: 'configuration', details }))
})
