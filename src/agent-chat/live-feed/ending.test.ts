import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import { AgentChatError } from '../agent-chat-error.ts'
import { afterDisconnect, afterFailure, reconnectDelay } from './ending.ts'

test.each([
  ['access_token_revoked', 'signed_out'],
  ['agent_logged_out_remotely', 'logged_out_remotely'],
  ['agent_disconnected_by_server', 'open_elsewhere'],
  ['connection_evicted', 'open_elsewhere'],
  ['too_many_connections', 'open_elsewhere'],
  ['license_expired', 'refused'],
  ['license_not_found', 'refused'],
  ['unsupported_version', 'refused'],
])('after %s there is no other connection', (reason, why) => {
  expect(afterDisconnect({ reason }, false)).toEqual({ step: 'stop', reason: why })
})

test.each([
  'connection_timeout',
  'internal_error',
  'role_permissions_changed',
  'too_many_unauthorized_connections',
  'new_in_2030',
  'constructor',
])('after %s there is another connection', (reason) => {
  expect(afterDisconnect({ reason }, false)).toEqual({ step: 'reconnect' })
})

test.each([undefined, null, 'text', [], {}, { reason: 7 }])(
  'after a connection that ended with %j there is another',
  (payload) => {
    expect(afterDisconnect(payload, false)).toEqual({ step: 'reconnect' })
  },
)

test('an ended token is replaced first', () => {
  expect(afterDisconnect({ reason: 'access_token_expired' }, false)).toEqual({
    step: 'reconnect',
    renew: true,
    soon: true,
  })
})

test.each([
  ['fra', false, { step: 'reconnect', region: 'fra', soon: true }],
  ['fra', true, { step: 'stop', reason: 'refused' }],
  ['fra&token=1', false, { step: 'stop', reason: 'refused' }],
  [undefined, false, { step: 'stop', reason: 'refused' }],
])('moved to the region %s, moved before: %s', (region, wasMoved, expected) => {
  const payload = { reason: 'misdirected_connection', data: { region } }
  expect(afterDisconnect(payload, wasMoved)).toEqual(expected)
})

test('moved to a region that is not named, it stops', () => {
  const payload = { reason: 'misdirected_connection' }
  expect(afterDisconnect(payload, false)).toEqual({ step: 'stop', reason: 'refused' })
})

test.each(['network', 'too_many_requests', 'service_unavailable', 'authentication'] as const)(
  'a login that failed with %s is tried again',
  (code) => {
    expect(afterFailure(new AgentChatError(code, 'login'))).toEqual({ step: 'reconnect' })
  },
)

test.each(['authorization', 'requester_suspended', 'seats_limit_exceeded', 'validation'] as const)(
  'a login that failed with %s is not tried again',
  (code) => {
    const error = new AgentChatError(code, 'login')
    expect(afterFailure(error)).toEqual({ step: 'stop', reason: 'refused', error })
  },
)

test('the delay doubles from one second to one minute, half of it by chance', async () => {
  expect([0, 1, 2, 5, 6, 40].map((failures) => reconnectDelay(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 32_000, 60_000, 60_000,
  ])
  expect(reconnectDelay(2, 0)).toBe(2_000)
  await checkProperty(
    fc.property(fc.nat(2_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      const delay = reconnectDelay(failures, random)
      expect(delay).toBeGreaterThanOrEqual(500)
      expect(delay).toBeLessThanOrEqual(60_000)
    }),
  )
})

test('the first connection after a routine end comes at once, the next does not', () => {
  expect(reconnectDelay(0, 1, true)).toBe(100)
  expect(reconnectDelay(1, 1, true)).toBe(2_000)
})
