/** Error types (docs/protocol.md 8.5) with their default message and the status this sandbox gives them. */
export const errorTypes = {
  authentication: [401, 'Authentication error'],
  authorization: [403, 'Authorization error'],
  missing_access: [403, 'Missing access'],
  validation: [400, 'Wrong format of request'],
  not_found: [404, 'Not found'],
  chat_inactive: [400, 'Chat is inactive'],
  agent_offline: [400, 'Agent offline'],
  limit_reached: [403, 'Limit reached'],
  too_many_requests: [429, 'Too many requests'],
  misdirected_request: [400, 'Wrong region'],
  request_timeout: [504, 'Request timed out'],
  service_unavailable: [503, 'Service unavailable'],
  internal: [500, 'Internal server error'],
  unsupported_version: [400, 'Cannot call unsupported API versions.'],
  entity_too_large: [413, 'Upload limit exceeded (10MB).'],
  license_expired: [403, 'License expired'],
  license_not_found: [404, 'License not found'],
  wrong_product_version: [403, 'Wrong product version'],
} as const satisfies Record<string, readonly [number, string]>

export type ApiErrorType = keyof typeof errorTypes

/** An error that knows how to become a response. */
export class ApiError extends Error {
  readonly type: ApiErrorType
  readonly data: object | undefined
  override readonly name = 'ApiError'

  constructor(type: ApiErrorType, message?: string, data?: object) {
    super(message ?? errorTypes[type][1])
    this.type = type
    this.data = data
  }

  toResponse(): Response {
    const { type, message, data } = this
    const error = data === undefined ? { type, message } : { type, message, data }
    return Response.json({ error }, { status: errorTypes[type][0] })
  }
}
