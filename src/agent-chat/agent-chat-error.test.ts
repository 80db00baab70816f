import { expect, test } from 'vitest'
import { AgentChatError, codeOf } from './agent-chat-error.ts'

/** Every type LiveChat lists, of the web API, of the real-time one and of its others. */
const types =
  `authentication authorization missing_access validation not_found chat_inactive agent_offline limit_reached
  too_many_requests pending_requests_limit_reached misdirected_request request_timeout service_unavailable internal
  unsupported_version entity_too_large license_expired license_not_found wrong_product_version
  requester_already_offline requester_awaiting_approval requester_suspended seats_limit_exceeded already_exists
  chat_anonymized customer_banned greeting_not_found group_not_found group_offline group_unavailable groups_offline
  not_allowed ownership_transfer users_limit_reached`.split(/\s+/)

test.each(types)('%s is known and has a sentence', (type) => {
  expect(codeOf(type)).toBe(type)
  expect(new AgentChatError(codeOf(type), 'send_event').message).toMatch(/^[A-Z].+\.$/)
})

test('a type LiveChat does not list is unknown, even one named like an object’s property', () => {
  for (const type of ['something_new', 'toString', '__proto__']) {
    expect(codeOf(type)).toBe('unknown_error')
  }
})

test('an error has its name, and a cause only where there is one', () => {
  const error = new AgentChatError('network', 'send_event')
  expect(error.name).toBe('AgentChatError')
  expect('cause' in error).toBe(false)
  expect(new AgentChatError('network', 'send_event', { cause: 7 }).cause).toBe(7)
})
