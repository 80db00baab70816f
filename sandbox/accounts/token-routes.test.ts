import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createBrowser, signIn } from '../testing.ts'
import { javascriptApp, publicApp, serverApp, startAccounts } from './test-accounts.ts'
import { issueCustomerToken } from './token-store.ts'

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const challenge = createHash('sha256').update(verifier).digest('base64url')
const redirectUri = 'http://localhost:3000/callback'
const error = (name: string) => ({
  error: name,
  error_description: expect.any(String),
  sub_error: null,
  request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
})

async function startWithCode(changes: Record<string, string> = {}, email = 'agent@example.com') {
  const accounts = startAccounts()
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: javascriptApp,
    redirect_uri: redirectUri,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  })
  const page = await signIn(createBrowser(accounts.accounts), `/?${query}`, email)
  const code = new URL(page.leftFor ?? 'x:').searchParams.get('code') ?? ''
  const form = {
    grant_type: 'authorization_code',
    client_id: javascriptApp,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
  }
  return { ...accounts, form }
}

const practice = { client_id: serverApp, redirect_uri: 'https://www.livechat.com/' }

async function startAsServer() {
  const started = await startWithCode(practice, 'smith@example.com')
  return { ...started, form: { ...started.form, ...practice, client_secret: 'test_d7MEp1YYo3' } }
}

test('a public app exchanges a code with its verifier and gets a refresh token', async () => {
  const { call, form } = await startWithCode()
  const { status, body, headers } = await call('POST', '/v2/token', { form })
  expect(status).toBe(200)
  expect(headers.get('Cache-Control')).toBe('no-store')
  expect(body).toEqual({
    access_token: expect.stringMatching(/^dal:/),
    account_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
    client_id: javascriptApp,
    expires_in: 28_800,
    organization_id: '390e44e6-f1e6-4368-b6dd-74c14508c2e4',
    refresh_token: expect.stringMatching(/^[\w-]+$/),
    scope:
      'chats--access:rw,customers:ro,agents--my:rw,agents--all:ro,agents-bot--all:ro,groups--all:ro,tags--groups:ro,accounts--my:ro,sessions--my:rw',
    token_type: 'Bearer',
  })
})

test('JSON serves as well as a form, and so does the unversioned path', async () => {
  const { accounts, form } = await startWithCode()
  const response = await accounts.fetch(
    new Request('http://localhost:3001/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(form),
    }),
  )
  expect(response.status).toBe(200)
})

test("spaces before form names are accepted, as in LiveChat's own curl sample", async () => {
  const { accounts, form } = await startWithCode()
  const body = Object.entries(form)
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&  ')
  const response = await accounts.fetch(
    new Request('http://localhost:3001/v2/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
    }),
  )
  expect(response.status).toBe(200)
})

test('a plain challenge is the default method', async () => {
  const { call, form } = await startWithCode({
    code_challenge: verifier,
    code_challenge_method: '',
  })
  expect((await call('POST', '/v2/token', { form })).status).toBe(200)
})

test.each([
  ['grant_type', 'password', 403, 'unsupported_grant_type'],
  ['grant_type', '', 422, 'invalid_request'],
  ['code', '', 422, 'invalid_request'],
  ['redirect_uri', '', 422, 'invalid_request'],
  ['code_verifier', '', 422, 'invalid_request'],
  ['client_id', '', 422, 'invalid_request'],
  ['client_id', 'nobody', 401, 'unauthorized_client'],
  ['client_id', publicApp, 401, 'unauthorized_client'],
  ['code', 'dal:guess', 401, 'unauthorized_client'],
  ['redirect_uri', 'http://localhost:3000/', 401, 'unauthorized_client'],
  ['code_verifier', 'x'.repeat(43), 401, 'invalid_grant'],
])('an exchange with %s %j is %i %s', async (name, value, status, expected) => {
  const { call, form, world } = await startWithCode()
  const answer = await call('POST', '/v2/token', { form: { ...form, [name]: value } })
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject(error(expected))
  if (status === 422) expect(answer.body.invalid_fields).toEqual({ [name]: 'required' })
  expect(world.accessTokens.size).toBe(0)
})

test('a body that is neither form nor JSON object is malformed', async () => {
  const { accounts } = startAccounts()
  for (const body of ['{', '[]', 'null']) {
    const response = await accounts.fetch(
      new Request('http://localhost:3001/v2/token', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      }),
    )
    expect(response.status).toBe(422)
  }
})

test('a wrong verifier makes the code useless (A29)', async () => {
  const { call, form } = await startWithCode()
  await call('POST', '/v2/token', { form: { ...form, code_verifier: 'x'.repeat(43) } })
  expect((await call('POST', '/v2/token', { form })).body).toMatchObject(
    error('unauthorized_client'),
  )
})

test('a code used twice is refused, and the tokens of its first use are revoked (A28)', async () => {
  const { call, form } = await startWithCode()
  const { body: first } = await call('POST', '/v2/token', { form })
  const second = await call('POST', '/v2/token', { form })
  expect([second.status, second.body.error]).toEqual([401, 'unauthorized_client'])
  expect((await call('GET', '/v2/info', { token: first.access_token })).status).toBe(401)
  const refresh = {
    grant_type: 'refresh_token',
    client_id: javascriptApp,
    refresh_token: first.refresh_token,
  }
  expect((await call('POST', '/v2/token', { form: refresh })).body.error).toBe('invalid_grant')
})

test('a code ends with the session it came from', async () => {
  const { call, form, mint } = await startWithCode()
  await call('DELETE', '/v2/sessions', { token: mint() })
  expect((await call('POST', '/v2/token', { form })).body.error).toBe('unauthorized_client')
})

test('a code lasts five minutes', async () => {
  const late = await startWithCode()
  late.world.advance(5 * 60_000)
  expect((await late.call('POST', '/v2/token', { form: late.form })).status).toBe(401)
  const inTime = await startWithCode()
  inTime.world.advance(5 * 60_000 - 1000)
  expect((await inTime.call('POST', '/v2/token', { form: inTime.form })).status).toBe(200)
})

test('refresh tokens of a public app rotate, and using an old one revokes all of them (A30)', async () => {
  const { call, form } = await startWithCode()
  const { body: first } = await call('POST', '/v2/token', { form })
  const refresh = (refresh_token: string) =>
    call('POST', '/v2/token', {
      form: { grant_type: 'refresh_token', client_id: javascriptApp, refresh_token },
    })
  const { body: second } = await refresh(first.refresh_token)
  expect(second.refresh_token).not.toBe(first.refresh_token)
  expect(second.scope).toBe(first.scope)

  const reused = await refresh(first.refresh_token)
  expect([reused.status, reused.body.error]).toEqual([401, 'invalid_grant'])
  expect((await refresh(second.refresh_token)).body.error).toBe('invalid_grant')
  expect((await call('GET', '/v2/info', { token: second.access_token })).status).toBe(401)
})

test('a refresh token lasts 30 days and works for its own app only', async () => {
  const { call, form, world } = await startWithCode()
  const { body } = await call('POST', '/v2/token', { form })
  const refresh = (client_id: string) =>
    call('POST', '/v2/token', {
      form: { grant_type: 'refresh_token', client_id, refresh_token: body.refresh_token },
    })
  expect((await refresh(publicApp)).body.error).toBe('invalid_client')
  world.advance(30 * 24 * 3_600_000)
  expect((await refresh(javascriptApp)).body.error).toBe('invalid_grant')
})

test('a server-side app needs its secret, and its refresh token stays', async () => {
  const { call, form } = await startAsServer()
  const { client_secret: _, ...withoutSecret } = form
  const missing = await call('POST', '/v2/token', { form: withoutSecret })
  expect(missing.body.invalid_fields).toEqual({ client_secret: 'required' })
  const wrong = await call('POST', '/v2/token', { form: { ...form, client_secret: 'guess' } })
  expect([wrong.status, wrong.body.error]).toEqual([401, 'unauthorized_client'])

  const { body: first } = await call('POST', '/v2/token', { form })
  const refresh = {
    grant_type: 'refresh_token',
    client_id: serverApp,
    client_secret: form.client_secret,
    refresh_token: first.refresh_token,
  }
  for (let time = 0; time < 2; time++) {
    const { body } = await call('POST', '/v2/token', { form: refresh })
    expect(body.refresh_token).toBe(first.refresh_token)
    expect(body.access_token).not.toBe(first.access_token)
  }
})

test('a challenge that was removed on the way is noticed', async () => {
  const accounts = startAccounts()
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: serverApp,
    redirect_uri: 'https://www.livechat.com/',
  })
  const page = await signIn(createBrowser(accounts.accounts), `/?${query}`, 'smith@example.com')
  const code = new URL(page.leftFor ?? 'x:').searchParams.get('code') ?? ''
  const form = {
    grant_type: 'authorization_code',
    client_id: serverApp,
    client_secret: 'test_d7MEp1YYo3',
    redirect_uri: 'https://www.livechat.com/',
    code,
    code_verifier: verifier,
  }
  expect((await accounts.call('POST', '/v2/token', { form })).body.error).toBe('invalid_grant')
})

test('a token can be inspected in both documented ways, and shows its remaining seconds', async () => {
  const { call, mint, world } = startAccounts()
  const token = mint(['customers:ro'])
  world.advance(75_500)
  const expected = {
    access_token: token,
    account_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
    client_id: javascriptApp,
    expires_in: 28_725,
    organization_id: '390e44e6-f1e6-4368-b6dd-74c14508c2e4',
    scope: 'customers:ro',
    token_type: 'Bearer',
  }
  expect(await call('GET', '/v2/info', { token })).toMatchObject({ status: 200, body: expected })
  const byQuery = await call('GET', `/v2/info?code=${encodeURIComponent(token)}`)
  expect(byQuery.body).toEqual(expected)
  expect((await call('GET', '/info', { token })).body).toEqual(expected)
})

test('expired, unknown, customer and refresh tokens cannot be inspected', async () => {
  const { call, form, world } = await startWithCode()
  const { body } = await call('POST', '/v2/token', { form })
  const customer = issueCustomerToken(world, publicApp, body.organization_id).token
  for (const token of ['dal:guess', customer, body.refresh_token]) {
    const answer = await call('GET', '/v2/info', { token })
    expect([answer.status, answer.body.error]).toEqual([401, 'unauthorized'])
  }
  expect((await call('GET', '/v2/info', { token: body.access_token })).status).toBe(200)
  world.advance(28_800_000)
  expect((await call('GET', '/v2/info', { token: body.access_token })).status).toBe(401)
  expect((await call('GET', '/v2/info')).status).toBe(422)
})

test.each(['access_token', 'refresh_token'] as const)(
  'revoking by %s revokes both tokens',
  async (name) => {
    for (const inQuery of [false, true]) {
      const { call, form, world } = await startWithCode()
      const { body } = await call('POST', '/v2/token', { form })
      const token = body[name]
      const answer = inQuery
        ? await call('DELETE', `/v2/token?code=${encodeURIComponent(token)}`)
        : await call('DELETE', '/v2/token', { token })
      expect(answer).toMatchObject({ status: 200, body: {} })
      expect(world.accessTokens.size + world.refreshTokens.size).toBe(0)
    }
  },
)

test('revoking an unknown token finds nothing', async () => {
  const { call } = startAccounts()
  const answer = await call('DELETE', '/v2/token', { token: 'dal:guess' })
  expect(answer.status).toBe(404)
  expect(answer.body).toMatchObject({ ...error('resource_not_found'), resource_name: 'token' })
})
