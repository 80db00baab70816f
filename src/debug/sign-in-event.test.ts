import { expect, test } from 'vitest'
import { type SessionState, SignInError } from '../auth/index.ts'
import { toSession } from '../auth/session/session.ts'
import { requestEvent, stateEvent } from './sign-in-event.ts'

const session = toSession({
  id: 'sign-in',
  grant: {
    accessToken: 'dal:secret',
    refreshToken: 'refresh',
    expiresIn: 3600,
    scopes: ['chats--access:ro'],
    accountId: 'account',
    organizationId: 'organization',
  },
  grantType: 'code',
  receivedAt: 0,
})
const known = { grantType: 'code', scopes: ['chats--access:ro'], expiresAt: 3_600_000 }

test.each<[SessionState, object]>([
  [{ status: 'signed-out' }, {}],
  [
    { status: 'signed-out', reason: new SignInError('access_denied', { details: 'dal:secret' }) },
    { code: 'access_denied' },
  ],
  [{ status: 'signing-in', flow: 'popup', expiring: false }, { flow: 'popup' }],
  [
    { status: 'signing-in', flow: 'redirect', expiring: true, session },
    { flow: 'redirect', expiring: true, ...known },
  ],
  [{ status: 'signed-in', session, expiring: false }, known],
])('of the state %o only names, numbers and scopes are told', (state, rest) => {
  const event = stateEvent(state, 5000, 2000)
  expect(event).toEqual({ type: 'state', at: 5000, after: 3000, status: state.status, ...rest })
  expect(JSON.stringify(event)).not.toMatch(/secret|refresh|account"|organization|sign-in"/)
})

const timing = {
  name: 'https://accounts.example/v2/info?code=secret#secret',
  initiatorType: 'fetch',
  startTime: 10.4,
  duration: 99.6,
  responseStatus: 200,
}
const read = (change: Partial<typeof timing>) =>
  requestEvent({ ...timing, ...change }, 'https://accounts.example/', 1000)

test('of a request its path, status and duration are told, not its query', () => {
  expect(read({})).toEqual({
    type: 'request',
    at: 1010,
    path: '/v2/info',
    duration: 100,
    status: 200,
  })
  expect(read({ responseStatus: 0 })?.status).toBeUndefined()
  expect(read({ name: 'https://accounts.example/v2/sessions/secret' })?.path).toBe('/v2/sessions/…')
})

test('requests to others, and what is no request of ours, are not told', () => {
  expect(read({ name: 'https://accounts.example.evil/v2/info' })).toBeUndefined()
  expect(read({ initiatorType: 'img' })).toBeUndefined()
})
