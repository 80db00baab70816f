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
  pending_requests_limit_reached: [429, 'Requests limit reached'],
} as const satisfies Record<string, readonly [number, string]>

export type ApiErrorType = keyof typeof errorTypes

/** The error type of a fault that gives only a status. */
const usualTypes: Record<number, ApiErrorType> = {
  400: 'validation',
  401: 'authentication',
  403: 'authorization',
  404: 'not_found',
  413: 'entity_too_large',
  429: 'too_many_requests',
  503: 'service_unavailable',
  504: 'request_timeout',
}

/** The body of an error that a test asked for; any type is possible. */
export function faultBody(errorType: string | undefined, status: number | undefined): object {
  const type = errorType ?? usualTypes[status ?? 500] ?? 'internal'
  const message = isErrorType(type) ? errorTypes[type][1] : 'Error'
  const data = type === 'misdirected_request' ? { data: { region: 'dal' } } : {}
  return { error: { type, message, ...data } }
}

export function isErrorType(name: string): name is ApiErrorType {
  return Object.hasOwn(errorTypes, name)
}

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

  toBody(): object {
    const { type, message, data } = this
    return { error: data === undefined ? { type, message } : { type, message, data } }
  }

  toResponse(): Response {
    return Response.json(this.toBody(), { status: errorTypes[this.type][0] })
  }
}
