import { afterEach, expect, test, vi } from 'vitest'
import { completeOptions } from '../sign-in-options.ts'
import { revokeToken } from './revoke-token.ts'

const settings = completeOptions({ clientId: 'app' }, 'https://app.example/')

afterEach(() => vi.unstubAllGlobals())

test.each([200, 204, 401, 404])('status %d says that the token is gone', async (status) => {
  vi.stubGlobal('fetch', async () => new Response(null, { status }))
  await revokeToken('dal:t', settings)
})

test.each([400, 403, 429, 500])('status %d says that it may not be', async (status) => {
  vi.stubGlobal('fetch', async () => new Response(null, { status }))
  await expect(revokeToken('dal:t', settings)).rejects.toMatchObject({
    code: 'revocation_failed',
    cause: new Error(`status ${status}`),
  })
})

test('so does no connection', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(revokeToken('dal:t', settings)).rejects.toMatchObject({
    code: 'revocation_failed',
    cause: { code: 'network' },
  })
})
