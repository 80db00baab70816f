import type { Fault } from '../../../sandbox/world/world.ts'

/** Error types of the Agent Chat API that say nothing about the session (docs/protocol.md 8.5); the last is none of them. */
export const refusals = [
  'authorization',
  'missing_access',
  'validation',
  'not_found',
  'chat_inactive',
  'agent_offline',
  'limit_reached',
  'too_many_requests',
  'misdirected_request',
  'request_timeout',
  'service_unavailable',
  'internal',
  'unsupported_version',
  'entity_too_large',
  'license_expired',
  'license_not_found',
  'wrong_product_version',
  'something_new',
] as const

/** A refusal that lasts however often the client asks again, and makes it wait no longer than it must. */
export function lasting(errorType: string): Omit<Fault, 'endpoint'> {
  return { errorType, times: 99, headers: { 'Retry-After': '0' } }
}
