import { expect, test } from 'vitest'
import { startAccounts } from './test-accounts.ts'

test('an agent reads their own account with an access token or a personal access token', async () => {
  const { call, mint } = startAccounts()
  const { body } = await call('GET', '/v2/accounts/me', { token: mint(['accounts--my:ro']) })
  expect(body).toMatchObject({
    account_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
    name: 'Ada Agent',
    email: 'agent@example.com',
    properties: { active: true },
  })
  expect(body).not.toHaveProperty('roles')
  const pat = btoa('b7eff798-f8df-4364-8059-649c35c9ed0c:dal:sandbox-personal-access-token')
  const personal = await call('GET', '/v2/accounts/me', {
    headers: { Authorization: `Basic ${pat}` },
  })
  expect(personal.body).toEqual(body)
})

test('roles are shown to those with the scope for them', async () => {
  const { call, mint } = startAccounts()
  const token = mint(['accounts--my:ro', 'accounts.roles--all:ro'], 'smith@example.com')
  const { body } = await call('GET', '/v2/accounts/me', { token })
  expect(body.roles.map(({ role }) => role)).toEqual(['owner', 'administrator'])
})

test('colleagues are read with the scope for all accounts', async () => {
  const { call, mint } = startAccounts()
  const smith = '6b6a5b3e-93b4-4c4c-8a1b-2f6f2f5f4c01'
  const path = `/v2/accounts/${smith}`
  expect((await call('GET', path, { token: mint(['accounts--my:ro']) })).status).toBe(403)
  const token = mint(['accounts--all:ro'])
  expect((await call('GET', path, { token })).body.email).toBe('smith@example.com')
  expect((await call('GET', '/v2/accounts', { token })).body).toHaveLength(3)
  const unknown = await call('GET', `/v2/accounts/${crypto.randomUUID()}`, { token })
  expect([unknown.status, unknown.body.resource_name]).toEqual([404, 'account'])
  const malformed = await call('GET', '/v2/accounts/you', { token })
  expect([malformed.status, malformed.body.invalid_fields]).toEqual([
    422,
    { account_id: 'invalid uuid' },
  ])
})

test.each(['/v2/accounts/me', '/v2/accounts/me/organization_settings/my'])(
  '%s needs a token and accounts--my:ro',
  async (path) => {
    const { call, mint } = startAccounts()
    expect((await call('GET', path)).body.error).toBe('unauthorized')
    const refused = await call('GET', path, { token: mint(['customers:ro']) })
    expect(refused).toMatchObject({ status: 403, body: { sub_error: 'insufficient_scope' } })
    expect((await call('GET', path, { token: mint() })).status).toBe(200)
  },
)

test('an organization is read with any token', async () => {
  const { call, mint } = startAccounts()
  const { body } = await call('GET', '/v2/organizations/my', { token: mint([]) })
  expect(body).toMatchObject({ name: 'Acme Outdoor', products: [{ product: 'LiveChat' }] })
  expect((await call('GET', '/v2/organizations/my')).status).toBe(401)
})

test('an unknown path is not found', async () => {
  const { call } = startAccounts()
  expect(await call('GET', '/v2/nowhere')).toMatchObject({
    status: 404,
    body: { error: 'resource_not_found' },
  })
})
