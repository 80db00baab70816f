import { afterEach, expect, test, vi } from 'vitest'
import { completeOptions } from '../sign-in-options.ts'
import { requestToken } from './token-endpoint.ts'

const settings = completeOptions({ clientId: 'app' }, 'https://app.example/')

afterEach(() => void vi.unstubAllGlobals())

test.each([
  [429, {}, 'temporarily_unavailable', undefined],
  [500, {}, 'server_error', 'status 500'],
  [503, '<html>', 'server_error', 'status 503'],
  [499, {}, 'invalid_response', 'status 499'],
  [400, '<html>', 'invalid_response', 'status 400'],
  [400, { error: 7 }, 'invalid_response', 'status 400'],
  [400, { error: 'invalid_grant' }, 'invalid_grant', undefined],
])('status %d with %j is said as %s', async (status, body, code, details) => {
  vi.stubGlobal('fetch', async () =>
    typeof body === 'string' ? new Response(body, { status }) : Response.json(body, { status }),
  )
  await expect(requestToken({}, settings)).rejects.toMatchObject({ code, details })
})
