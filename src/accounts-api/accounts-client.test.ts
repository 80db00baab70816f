import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mintAccessToken } from '../../sandbox/control/control-actions.ts'
import { type RunningSandbox, startSandbox } from '../../sandbox/server/serve.ts'
import { personalAccessTokens } from '../../sandbox/world/seed.ts'
import { completeOptions } from '../auth/sign-in-options.ts'
import { createAccountsClient } from './accounts-client.ts'

const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
let sandbox: RunningSandbox

beforeAll(async () => {
  sandbox = await startSandbox({ accountsPort: 0, apiPort: 0, chats: 0 })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

function clientWith(scopes: string[], { next }: { next?: string } = {}) {
  const { token } = mintAccessToken(sandbox.world, { clientId, email: 'agent@example.com', scopes })
  const settings = completeOptions(
    { clientId, accountsUrl: sandbox.accountsUrl },
    'http://localhost:3000/',
  )
  const refused: string[] = []
  const client = createAccountsClient({
    settings,
    getAccessToken: async () => token,
    renewAccessToken: async (old) => {
      refused.push(old)
      if (!next) throw new Error('there is no other token')
      return next
    },
  })
  return { client, token, refused }
}

test('presents the token as its credentials say, such as a personal access token', async () => {
  const { accountId, token } = personalAccessTokens[0] ?? { accountId: '', token: '' }
  const client = createAccountsClient({
    settings: completeOptions(
      { clientId, accountsUrl: sandbox.accountsUrl },
      'http://localhost:3000/',
    ),
    getAccessToken: async () => token,
    renewAccessToken: () => Promise.reject(new Error('there is no other token')),
    authorization: (one) => `Basic ${btoa(`${accountId}:${one}`)}`,
  })
  expect(await client.getAccount()).toMatchObject({ accountId, name: 'Ada Agent' })
})

test('gets the account that is signed in, with its role if the scopes allow', async () => {
  const { client } = clientWith(['accounts--my:ro'])
  expect(await client.getAccount()).toEqual({
    accountId: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
    email: 'agent@example.com',
    name: 'Ada Agent',
    avatarUrl: undefined,
    defaultOrganizationId: expect.any(String),
    role: undefined,
  })
  const withRoles = clientWith(['accounts--my:ro', 'accounts.roles--all:ro'])
  expect((await withRoles.client.getAccount())?.role).toBe('normal')
})

test.each([
  ['here', 'settings', 'own', 'here'],
  [null, 'settings', 'own', 'settings'],
  [null, null, 'own', 'own'],
  [null, null, null, undefined],
])(
  'of the pictures in the organization (%s), its settings (%s) and the account (%s), shows %s',
  async (here, settings, own, shown) => {
    const { client } = clientWith(['accounts--my:ro'])
    const url = (name: string | null | undefined) =>
      name ? `https://pictures.example/${name}` : null
    const account = [...sandbox.world.accounts.values()][0]
    if (account) account.avatarUrl = url(settings)
    sandbox.world.faults.push({
      endpoint: 'accounts/me',
      times: 1,
      status: 200,
      body: JSON.stringify({
        account_id: 'a',
        email: 'agent@example.com',
        avatar_url: url(own),
        properties: { avatar_url: url(here) },
      }),
    })
    expect((await client.getAccount())?.avatarUrl ?? null).toBe(url(shown))
  },
)

test('missing scopes are no error when reading, and missing_grant when ending sessions', async () => {
  const { client } = clientWith(['chats--access:ro'])
  expect(await client.getAccount()).toBeUndefined()
  expect(await client.listSessions()).toBeUndefined()
  await expect(client.endAllSessions()).rejects.toMatchObject({ code: 'missing_grant' })
})

test('a session that is listed twice is one', async () => {
  const { client } = clientWith(['sessions--my:ro'])
  const body = JSON.stringify([{ session_id: 'a' }, null, { session_id: 'a', current: true }, {}])
  sandbox.world.faults.push({ endpoint: 'sessions', times: 1, status: 200, body })
  expect(await client.listSessions()).toMatchObject([{ sessionId: 'a', current: true }])
})

test('gets the organization', async () => {
  const { client } = clientWith(['accounts--my:ro'])
  expect(await client.getOrganization()).toEqual({
    organizationId: '390e44e6-f1e6-4368-b6dd-74c14508c2e4',
    name: 'Acme Outdoor',
  })
})

test('gets what LiveChat says about the token', async () => {
  const { client } = clientWith(['customers:ro', 'accounts--my:ro'])
  sandbox.world.advance(3_600_000)
  expect(await client.inspectToken()).toEqual({
    secondsLeft: 25_200,
    scopes: ['customers:ro', 'accounts--my:ro'],
  })
})

test('renews a refused token and repeats the call', async () => {
  const good = mintAccessToken(sandbox.world, { clientId, email: 'agent@example.com' })
  const { client, token, refused } = clientWith(['accounts--my:ro'], { next: good.token })
  sandbox.world.accessTokens.delete(token)
  expect((await client.getOrganization())?.name).toBe('Acme Outdoor')
  expect(refused).toEqual([token])
})

test('gives up when the renewed tokens are refused, too', async () => {
  const { client, token, refused } = clientWith(['accounts--my:ro'], { next: 'dal:unknown' })
  sandbox.world.accessTokens.delete(token)
  await expect(client.getOrganization()).rejects.toMatchObject({ code: 'session_refused' })
  expect(refused).toEqual([token, 'dal:unknown'])
})

test.each([
  ['a dropped connection', { drop: true }, 'network'],
  ['a server error', { status: 500 }, 'server_error'],
  ['a busy server', { status: 429 }, 'temporarily_unavailable'],
  [
    'an HTML page',
    { status: 200, body: '<!doctype html>', headers: { 'Content-Type': 'text/html' } },
    'invalid_response',
  ],
  ['an account without an email', { status: 200, body: '{"account_id":"a"}' }, 'invalid_response'],
] as const)('%s rejects with the code for it', async (_what, fault, code) => {
  const { client } = clientWith(['accounts--my:ro'])
  sandbox.world.faults.push({ endpoint: 'accounts/me', times: 1, ...fault })
  await expect(client.getAccount()).rejects.toMatchObject({ name: 'SignInError', code })
})
