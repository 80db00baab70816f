import { afterEach, expect, test, vi } from 'vitest'
import { settings, record as unnamed } from '../testing/sign-in-record.ts'
import { refreshSignIn } from './token-refresh.ts'

const record = {
  ...unnamed,
  grant: {
    ...unnamed.grant,
    expiresIn: 60,
    scopes: ['a'],
    accountId: 'ada',
    organizationId: 'org',
  },
}
const drop = vi.fn()
const refresh = (of = record) => refreshSignIn(of, settings, undefined, drop)

function respondWith(fields: object) {
  const body = { access_token: 'dal:b', token_type: 'Bearer', ...fields }
  vi.stubGlobal('fetch', async () => Response.json(body))
}
afterEach(() => {
  vi.unstubAllGlobals()
  drop.mockReset()
})

test('a refresh keeps what LiveChat leaves out, but not the lifetime of the token before', async () => {
  respondWith({})
  const { expiresIn, ...kept } = record.grant
  const { grant, receivedAt, ...rest } = await refresh()
  expect(grant).toEqual({ ...kept, accessToken: 'dal:b' })
  expect(receivedAt).toBeGreaterThan(0)
  expect(record).toMatchObject(rest)
})

test('the token of another account is no refresh, and is dropped', async () => {
  respondWith({ account_id: 'bob' })
  await expect(refresh()).rejects.toMatchObject({
    code: 'invalid_response',
    details: expect.stringContaining('another account'),
  })
  expect(drop).toHaveBeenCalledExactlyOnceWith('dal:b')
})

test('a sign-in without refresh token has come to its end', async () => {
  const { refreshToken, ...grant } = record.grant
  await expect(refresh({ ...record, grant })).rejects.toMatchObject({ code: 'session_expired' })
})
