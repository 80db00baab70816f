import { expect, test } from 'vitest'
import { createSandbox } from '../server/sandbox.ts'
import { createBrowser, signIn } from '../testing.ts'
import type { Client, World } from '../world/world.ts'

const agent = { email: 'agent@example.com', password: 'sandbox' }
const privateApp = '9cbf3a968289727cb3cdfe83ab1d9836'
const publicApp = '0805e283233042b37f460ed8fbf22160'
const serverApp = '81e8a326ec4a63252faa0ae6f660c0c8'
const northwind = '7d5f5b3c-2a0e-4e0b-9a43-6f3f0f6f5d11'
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

function start(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox({ chats: 0, ...options })
  return { ...sandbox, browser: createBrowser(sandbox.accounts) }
}

/** An authorize URL; `undefined` leaves a parameter out. */
function ask(changes: Record<string, string | undefined> = {}, path = '/'): string {
  const params = {
    response_type: 'token',
    client_id: privateApp,
    redirect_uri: 'http://localhost:3000',
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...params, ...changes })) {
    if (value !== undefined) query.set(name, value)
  }
  return `${path}?${query}`
}

/** Makes the public app ask for consent only once, as most apps do. */
function rememberConsents(world: World): void {
  const app = world.clients.get(publicApp)
  if (app) app.alwaysAsks = false
}

function fragmentOf(url: string | undefined): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(new URL(url ?? 'x:').hash.slice(1)))
}

test('a sign-in by redirect ends with the token in the fragment, fields in the order of the live server', async () => {
  const { browser, world } = start()
  const page = await signIn(browser, ask({ state: 'a b&c' }))
  const [token] = world.accessTokens.values()
  expect(page.leftFor).toMatch(/^http:\/\/localhost:3000#access_token=dal%3A/)
  expect(Object.entries(fragmentOf(page.leftFor))).toEqual([
    ['access_token', token?.token],
    ['expires_in', '28800'],
    [
      'scope',
      'chats--access:rw,customers:ro,agents--my:rw,agents--all:ro,agents-bot--all:ro,groups--all:ro,tags--groups:ro,accounts--my:ro,sessions--my:rw',
    ],
    ['state', 'a b&c'],
    ['token_type', 'Bearer'],
  ])
})

test('a token of an organization in Europe says so in its prefix', async () => {
  const { browser } = start()
  const consent = await signIn(
    browser,
    ask({ client_id: publicApp, organization_id: northwind }),
    'jones@example.com',
  )
  const page = await browser.submit(consent, { decision: 'allow' })
  expect(fragmentOf(page.leftFor).access_token).toMatch(/^fra:/)
})

test('the state comes back only when one was sent, or empty where the sandbox is set to do so', async () => {
  const { browser, world } = start()
  expect(fragmentOf((await signIn(browser, ask())).leftFor)).not.toHaveProperty('state')
  expect(fragmentOf((await browser.open(ask({ state: '' }))).leftFor)).toHaveProperty('state', '')
  world.behaviour.echoEmptyState = true
  expect(fragmentOf((await browser.open(ask())).leftFor)).toHaveProperty('state', '')
})

test('a pop-up gets one message, sent to the origin of the redirect URI, with the same nulls as the live server', async () => {
  const { browser, world } = start()
  const page = await signIn(
    browser,
    ask({ flow: 'button', state: 's', redirect_uri: 'http://localhost:3000/callback' }),
  )
  const [token] = world.accessTokens.keys()
  expect(page.posted).toEqual({
    message: {
      data: { access_token: token, state: 's', token_type: null, expires_in: null, scopes: null },
    },
    targetOrigin: 'http://localhost:3000',
  })
})

test('a pop-up response can be set to be complete, and has no state when none was sent', async () => {
  const { browser } = start({ behaviour: { completePopupAnswer: true } })
  const page = await signIn(browser, ask({ flow: 'button', scope: 'customers:ro' }))
  expect(page.posted?.message).toEqual({
    data: {
      access_token: expect.stringMatching(/^dal:/),
      token_type: 'Bearer',
      expires_in: 28_800,
      scopes: ['customers:ro'],
      account_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
      organization_id: '390e44e6-f1e6-4368-b6dd-74c14508c2e4',
      client_id: privateApp,
    },
  })
})

test('a pop-up closes a moment after its message, or with it where the sandbox is set to do so', async () => {
  const { browser, world } = start()
  expect((await signIn(browser, ask({ flow: 'button' }))).html).toContain('data-close-after="300"')
  world.behaviour.closePopupAtOnce = true
  expect((await browser.open(ask({ flow: 'button' }))).html).toContain('data-close-after="0"')
})

test('no value of a pop-up response can close its script element', async () => {
  const { browser } = start()
  const state = '</script><script>alert(1)</script>'
  const page = await signIn(browser, ask({ flow: 'button', state }))
  expect(page.html).not.toContain('alert(1)</script>')
  expect(page.posted?.message).toMatchObject({ data: { state } })
})

test('a signed-in agent sees no page', async () => {
  const { browser } = start()
  await signIn(browser, ask())
  expect((await browser.open(ask({ flow: 'button' }))).posted).toBeDefined()
})

test.each(['/signin', '/signup', '/signin/signup'])(
  '%s always shows the sign-in form, and offers to continue as the signed-in agent',
  async (path) => {
    const { browser } = start()
    await signIn(browser, ask())
    const page = await browser.open(ask({}, path))
    expect(page.html).toContain('Continue as agent@example.com')
    const other = await browser.submit(page, { email: 'smith@example.com', password: 'sandbox' })
    expect(other.leftFor).toContain('access_token')
  },
)

test('the sign-in form has the hinted email filled in, and the test ids of the real one', async () => {
  const { browser } = start()
  const { html } = await browser.open(ask({ email: '"><b>agent@example.com' }))
  expect(html).toContain('value="&quot;&gt;&lt;b&gt;agent@example.com"')
  for (const hook of ['login-email-input', 'login-password-input', 'login-submit-button']) {
    expect(html).toContain(`data-testid="${hook}"`)
  }
})

test.each([
  ['agent@example.com', 'wrong', 'password'],
  ['nobody@example.com', 'sandbox', 'password'],
  ['agent@example.com', '', 'password'],
  ['', 'sandbox', 'email'],
])(
  'a failed sign-in (%j, %j) keeps the email and moves the focus to the %s',
  async (email, password, field) => {
    const { browser, world } = start()
    const page = await signIn(browser, ask(), email, password)
    expect(page.status).toBe(422)
    expect(page.html).toContain(`value="${email}"`)
    expect(page.html).toMatch(
      new RegExp(`id="${field}"[^>]*autofocus[^>]*aria-describedby="${field}-problem"`),
    )
    expect(page.html).toContain(`id="${field}-problem"`)
    expect(world.sessions.size).toBe(0)
  },
)

test('an email address signs in whatever its case', async () => {
  const { browser } = start()
  expect((await signIn(browser, ask(), ' Agent@Example.com ')).leftFor).toBeDefined()
})

test('a form that was not shown to this browser signs nobody in', async () => {
  const { browser, world, accounts } = start()
  const page = await browser.open(ask())
  await browser.submit(page, { email: 'agent@example.com', password: 'sandbox', form_token: 'x' })
  const otherBrowser = createBrowser(accounts)
  await otherBrowser.submit(page, { email: 'agent@example.com', password: 'sandbox' })
  expect(world.sessions.size).toBe(0)
})

test.each([
  [{ client_id: undefined }, 'invalid_request', null],
  [{ client_id: 'nobody' }, 'unauthorized_client', 'client_id_not_found'],
  [{ redirect_uri: undefined }, 'invalid_request', null],
  [{ redirect_uri: 'http://evil.test' }, 'unauthorized_client', 'invalid_redirect_uri'],
  [
    { redirect_uri: 'http://localhost:3000/%2e%2e/' },
    'unauthorized_client',
    'invalid_redirect_uri',
  ],
  [{ response_type: undefined }, 'invalid_request', null],
  [{ response_type: 'id_token' }, 'unsupported_response_type', null],
  [{ scope: 'chats--all:ro' }, 'invalid_scope', null],
  [{ scope: 'customers:ro,nonsense' }, 'invalid_scope', null],
  [{ response_type: 'code' }, 'invalid_request', null],
  [{ response_type: 'code', code_challenge: '' }, 'invalid_request', null],
  [{ response_type: 'code', code_challenge: 'x'.repeat(42) }, 'invalid_request', null],
  [{ response_type: 'code', code_challenge: 'x'.repeat(129) }, 'invalid_request', null],
  [{ response_type: 'code', code_challenge: `${challenge}=` }, 'invalid_request', null],
  [
    { response_type: 'code', code_challenge: challenge, code_challenge_method: 'md5' },
    'invalid_request',
    null,
  ],
])('a request with %j ends on the error page: %s, %s', async (changes, exception, details) => {
  const { browser } = start()
  const page = await browser.open(ask(changes))
  const url = new URL(page.url)
  expect(url.pathname).toBe('/ooops')
  expect(url.searchParams.get('oauth_exception')).toBe(exception)
  expect(url.searchParams.get('exception_details')).toBe(details)
  expect(page.html).toContain(exception)
})

test('an app without redirect URIs says so', async () => {
  const { browser, world } = start()
  world.clients.get(privateApp)?.redirectUris.splice(0)
  expect((await browser.open(ask())).url).toContain('exception_details=redirect_uri_not_set')
})

test.each(['client_id', 'redirect_uri', 'state', 'scope', 'flow'])(
  'a repeated %s is refused',
  async (name) => {
    const { browser } = start()
    const page = await browser.open(`${ask({ [name]: 'one' })}&${name}=two`)
    expect(page.url).toContain('/ooops?oauth_exception=invalid_request')
  },
)

test('a pop-up sends an error to its opener only when the redirect URI is valid', async () => {
  const { browser } = start()
  const refused = await browser.open(ask({ flow: 'button', scope: 'nonsense' }))
  expect(refused.posted).toEqual({
    message: { error: { oauth_exception: 'invalid_scope' } },
    targetOrigin: 'http://localhost:3000',
  })
  const evil = await browser.open(ask({ flow: 'button', redirect_uri: 'http://evil.test' }))
  expect(evil.posted).toBeUndefined()
  expect(evil.url).toContain('/ooops')
})

test('an app with scopes for administrators lets administrators in and nobody else', async () => {
  const seed = {
    client_id: serverApp,
    response_type: 'code',
    redirect_uri: 'https://www.livechat.com/',
  }
  const plain = await signIn(start().browser, ask(seed))
  expect(plain.url).toContain('/ooops?oauth_exception=invalid_scope')
  const owner = await signIn(start().browser, ask(seed), 'smith@example.com')
  expect(owner.leftFor).toMatch(/^https:\/\/www\.livechat\.com\/\?code=dal%3A[\w-]+$/)
})

test('scopes are split on commas and spaces, and only those asked for are given', async () => {
  const { browser } = start()
  const page = await signIn(browser, ask({ scope: 'customers:ro chats--access:rw,customers:ro' }))
  expect(fragmentOf(page.leftFor).scope).toBe('customers:ro,chats--access:rw')
})

test('a private app asks for consent only with prompt=consent; a public one asks once', async () => {
  const { browser, world } = start()
  rememberConsents(world)
  expect((await signIn(browser, ask())).leftFor).toBeDefined()
  const forced = await browser.open(ask({ prompt: 'consent' }))
  expect(forced.html).toContain('Allow')
  expect((await browser.submit(forced, { decision: 'allow' })).leftFor).toContain('access_token')

  const first = await browser.open(ask({ client_id: publicApp, scope: 'customers:ro' }))
  expect(first.html).toContain('See your customers and their details')
  expect(first.html).not.toContain('Read and answer')
  expect((await browser.submit(first, { decision: 'allow' })).leftFor).toContain('access_token')
  const second = await browser.open(
    ask({ client_id: publicApp, scope: 'customers:ro', flow: 'button' }),
  )
  expect(second.posted).toBeDefined()
  const wider = await browser.open(ask({ client_id: publicApp }))
  expect(wider.html).toContain('Read and answer the chats of your groups')
})

test('the sample public app asks for consent at every sign-in', async () => {
  const { browser } = start()
  const first = await signIn(browser, ask({ client_id: publicApp }))
  expect((await browser.submit(first, { decision: 'allow' })).leftFor).toContain('access_token')
  expect((await browser.open(ask({ client_id: publicApp }))).html).toContain('Allow')
})

test('consent holds for one organization', async () => {
  const { browser, world } = start()
  rememberConsents(world)
  const there = ask({ client_id: publicApp, organization_id: northwind })
  await browser.submit(await signIn(browser, there, 'jones@example.com'), { decision: 'allow' })
  expect((await browser.open(there)).leftFor).toBeDefined()
  expect((await browser.open(ask({ client_id: publicApp }))).html).toContain('Allow')
})

/** An app with a scope that every agent must grant, and two that they may refuse. */
const choosy: Client = {
  clientId: 'choosy',
  name: 'An app with optional scopes',
  type: 'javascript',
  redirectUris: ['http://localhost:3000'],
  scopes: ['chats--access:ro'],
  optionalScopes: ['customers:ro', 'chats--all:ro'],
  visibility: 'public',
  organizationId: northwind,
  tokenLifetime: 28_800,
}

test('an agent may refuse an optional scope, and is not asked again', async () => {
  const { browser } = start({ clients: [choosy] })
  const request = ask({ client_id: choosy.clientId })
  const consent = await signIn(browser, request)
  expect(consent.html).toContain('See your customers and their details')
  const page = await browser.submit(consent, { decision: 'allow' })
  expect(fragmentOf(page.leftFor).scope).toBe('chats--access:ro')
  expect(fragmentOf((await browser.open(request)).leftFor).scope).toBe('chats--access:ro')

  const again = await browser.open(ask({ client_id: choosy.clientId, prompt: 'consent' }))
  const all = await browser.submit(again, { decision: 'allow', scope: 'customers:ro' })
  expect(fragmentOf(all.leftFor).scope).toBe('chats--access:ro,customers:ro')
})

test('an agent is offered no optional scope that their role may not have', async () => {
  const { accounts } = start({ clients: [choosy] })
  const request = ask({ client_id: choosy.clientId })
  const consentOf = async (email: string) =>
    (await signIn(createBrowser(accounts), request, email)).html
  expect(await consentOf('smith@example.com')).toContain('Read every chat of your organization')
  expect(await consentOf('agent@example.com')).not.toContain('Read every chat')
})

test('a scope that is not optional cannot be refused, and only what was offered can be granted', async () => {
  const { browser } = start({ clients: [choosy] })
  const consent = await signIn(browser, ask({ client_id: choosy.clientId }))
  const page = await browser.submit(consent, { decision: 'allow', scope: 'customers:rw' })
  expect(fragmentOf(page.leftFor).scope).toBe('chats--access:ro')
})

test('to grant nothing at all is to deny', async () => {
  const { browser, world } = start({ clients: [choosy] })
  const request = ask({ client_id: choosy.clientId, scope: 'customers:ro' })
  const page = await browser.submit(await signIn(browser, request), { decision: 'allow' })
  expect(page.html).toContain('You denied access')
  expect(world.accessTokens.size).toBe(0)
})

test('Deny shows a page after a redirect and tells the opener of a pop-up', async () => {
  const { browser, world } = start()
  const redirect = await signIn(browser, ask({ prompt: 'consent' }))
  const denied = await browser.submit(redirect, { decision: 'deny' })
  expect(denied.leftFor).toBeUndefined()
  expect(denied.html).toContain('You denied access')

  const popup = await browser.open(ask({ prompt: 'consent', flow: 'button' }))
  expect((await browser.submit(popup, { decision: 'deny' })).posted?.message).toEqual({
    error: { oauth_exception: 'access_denied' },
  })
  world.behaviour.announceDenial = false
  const silent = await browser.submit(popup, { decision: 'deny' })
  expect(silent.posted).toBeUndefined()
  expect(silent.html).toContain('You denied access')
  expect(world.accessTokens.size).toBe(0)
})

test('consent is only taken from a form shown to a signed-in browser, for a request that still holds', async () => {
  const { browser, world } = start()
  const page = await signIn(browser, ask({ prompt: 'consent' }))
  const forged = await browser.submit(page, { decision: 'allow', form_token: 'forged' })
  expect(forged.leftFor).toBeUndefined()
  const bent = { ...page, url: page.url.replace('localhost%3A3000', 'evil.test') }
  expect((await browser.submit(bent, { decision: 'allow' })).url).toContain('/ooops')
  world.sessions.clear()
  expect((await browser.submit(page, { decision: 'allow' })).html).toContain('login-email-input')
  expect(world.accessTokens.size).toBe(0)
})

test('the organization is the first of the account, or the one that was asked for', async () => {
  const { browser, world } = start()
  await signIn(browser, ask(), 'jones@example.com')
  const first = [...world.accessTokens.values()].at(-1)
  expect(world.organizations.get(first?.organizationId ?? '')?.name).toBe('Acme Outdoor')
  const consent = await browser.open(ask({ client_id: publicApp, organization_id: northwind }))
  await browser.submit(consent, { decision: 'allow' })
  expect([...world.accessTokens.values()].at(-1)?.organizationId).toBe(northwind)
})

test('an organization the agent is no member of is an identity exception', async () => {
  const { browser } = start()
  const page = await signIn(browser, ask({ organization_id: northwind }))
  const url = new URL(page.url)
  expect(url.pathname).toBe('/')
  expect(url.searchParams.get('identity_exception')).toBe('access_denied')
  expect(page.html).toContain('Sign in with another account.')
  expect(page.html).toContain('login-email-input')
  const popup = await browser.open(ask({ organization_id: 'nowhere', flow: 'button' }))
  expect(popup.posted?.message).toMatchObject({ error: { identity_exception: 'access_denied' } })
})

test('a private app is refused to another organization', async () => {
  const { browser } = start()
  const page = await signIn(browser, ask({ organization_id: northwind }), 'jones@example.com')
  expect(page.url).toContain('/ooops?oauth_exception=access_denied')
})

test('no page can be framed, except the response page, and that only by the app (A25)', async () => {
  const { browser } = start()
  const login = await browser.open(ask())
  const consent = await signIn(browser, ask({ prompt: 'consent' }))
  const ooops = await browser.open('/ooops?oauth_exception=server_error')
  for (const page of [login, consent, ooops]) {
    expect(page.headers.get('X-Frame-Options')).toBe('DENY')
    expect(page.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
  }
  const answer = await browser.open(ask({ flow: 'button' }))
  expect(answer.headers.get('X-Frame-Options')).toBeNull()
  expect(answer.headers.get('Content-Security-Policy')).toContain(
    'frame-ancestors http://localhost:3000',
  )
})

test('every page keeps its opener and is never cached', async () => {
  const { browser } = start()
  for (const page of [await browser.open(ask()), await signIn(browser, ask({ flow: 'button' }))]) {
    expect(page.headers.get('Cross-Origin-Opener-Policy')).toBeNull()
    expect(page.headers.get('Cache-Control')).toBe('no-store')
  }
})

test('a silent iframe gets a response at once, signed in or not', async () => {
  const { browser } = start()
  const frame = { 'Sec-Fetch-Dest': 'iframe' }
  const nobody = await browser.open(ask({ flow: 'button' }), frame)
  expect(nobody.posted?.message).toEqual({ error: { identity_exception: 'unauthorized' } })
  await signIn(browser, ask())
  expect((await browser.open(ask({ flow: 'button' }), frame)).posted?.message).toHaveProperty(
    'data',
  )
  const unasked = await browser.open(ask({ client_id: publicApp, flow: 'button' }), frame)
  expect(unasked.posted?.message).toEqual({
    error: { identity_exception: 'unauthorized', entity_id: 'agent@example.com' },
  })
})

test('an agent who fills in a form each time is in no redirect loop', async () => {
  const { accounts, browser } = start()
  for (let test = 0; test < 5; test++) {
    expect((await signIn(createBrowser(accounts), ask())).leftFor).toBeDefined()
    const form = await browser.open(ask({ client_id: publicApp }, '/signin'))
    const consent = await browser.submit(form, agent)
    expect((await browser.submit(consent, { decision: 'allow' })).leftFor).toBeDefined()
  }
})

test('the fourth redirect within 30 s ends on the error page, and pop-ups do not count (F36)', async () => {
  const { browser, world } = start()
  await signIn(browser, ask())
  expect((await browser.open(ask())).leftFor).toBeDefined()
  for (let popup = 0; popup < 5; popup++) await browser.open(ask({ flow: 'button' }))
  expect((await browser.open(ask())).leftFor).toBeDefined()
  expect((await browser.open(ask())).leftFor).toBeDefined()
  const fourth = await browser.open(ask())
  expect(fourth.url).toContain(
    '/ooops?oauth_exception=access_denied&exception_details=too_many_redirects',
  )
  world.advance(30_001)
  expect((await browser.open(ask())).leftFor).toBeDefined()
})

test('the 26th token of an agent in an app revokes the first (A39)', async () => {
  const { browser, world } = start()
  await signIn(browser, ask({ flow: 'button' }))
  for (let more = 1; more < 25; more++) await browser.open(ask({ flow: 'button' }))
  const tokens = [...world.accessTokens.keys()]
  await browser.open(ask({ flow: 'button' }))
  expect(tokens).toHaveLength(25)
  expect([...world.accessTokens.keys()].slice(0, 24)).toEqual(tokens.slice(1))
  expect(world.accessTokens.size).toBe(25)
})

test('a custom scheme needs PKCE and never gets a message', async () => {
  const { browser, world } = start()
  world.clients.get(privateApp)?.redirectUris.push('my_app://signed-in')
  const custom = { redirect_uri: 'my_app://signed-in', flow: 'button' }
  expect((await browser.open(ask(custom))).url).toContain('invalid_redirect_uri')
  const page = await signIn(
    browser,
    ask({ ...custom, response_type: 'code', code_challenge: challenge }),
  )
  expect(page.leftFor).toMatch(/^my_app:\/\/signed-in\?code=/)
})

test('a code comes in the query of a redirect or in the message of a pop-up', async () => {
  const { browser } = start()
  const code = { response_type: 'code', code_challenge: challenge, code_challenge_method: 's256' }
  const redirect = await signIn(browser, ask({ ...code, state: 's' }))
  expect(redirect.leftFor).toMatch(/^http:\/\/localhost:3000\?code=dal%3A[\w-]+&state=s$/)
  const popup = await browser.open(ask({ ...code, flow: 'button', state: 's' }))
  expect(popup.posted?.message).toEqual({
    data: {
      code: expect.stringMatching(/^dal:/),
      state: 's',
      expires_in: null,
      scopes: null,
      account_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
      organization_id: '390e44e6-f1e6-4368-b6dd-74c14508c2e4',
      client_id: privateApp,
    },
  })
})

test('without an app, an agent signs in to the accounts server itself', async () => {
  const { browser } = start()
  const page = await signIn(browser, '/')
  expect(page.html).toContain('You are signed in')
  expect((await browser.open(ask())).leftFor).toContain('access_token')
})

test.each([
  'client_id_not_found',
  'redirect_uri_not_set',
  'invalid_redirect_uri',
  'too_many_redirects',
])('the error page explains %s and what to do', async (details) => {
  const { browser } = start()
  const { html } = await browser.open(
    `/ooops?oauth_exception=unauthorized_client&exception_details=${details}`,
  )
  expect(html).toContain(details)
  expect(html).not.toContain('This app may not ask')
  expect(html).not.toContain('an unknown reason')
})

test('the error page shows an unknown exception as plain text', async () => {
  const { browser } = start()
  const { html } = await browser.open(
    '/ooops?oauth_exception=%3Cscript%3E&exception_details=constructor',
  )
  expect(html).toContain('&lt;script&gt;')
  expect(html).toContain('an unknown reason')
})
