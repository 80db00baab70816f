import type { Context } from 'hono'

export type AccountsErrorType =
  | 'invalid_request'
  | 'unauthorized_client'
  | 'unauthorized'
  | 'access_denied'
  | 'server_error'
  | 'temporarily_unavailable'
  | 'unsupported_grant_type'
  | 'invalid_grant'
  | 'invalid_client'
  | 'resource_not_found'

const descriptions: Record<string, string> = {
  invalid_request: 'The request is missing a required parameter or is otherwise malformed.',
  unauthorized_client: 'The client is not authorized to request a token using this method.',
  unauthorized: 'The access token is missing, unknown, expired or revoked.',
  access_denied: 'The access token does not allow this.',
  server_error: 'The server met an unexpected condition.',
  temporarily_unavailable: 'The server cannot take the request now.',
  unsupported_grant_type: 'The grant type is not supported.',
  invalid_grant: 'The grant is invalid, expired, revoked or was issued to another client.',
  invalid_client: 'Client authentication failed.',
  resource_not_found: 'There is no such resource.',
}

/** The body of every error of the accounts API (docs/protocol.md 3.4). */
export function accountsErrorBody(error: string, extra: Record<string, unknown> = {}) {
  return {
    error,
    error_description: descriptions[error] ?? 'The request failed.',
    sub_error: null,
    request_id: crypto.randomUUID(),
    ...extra,
  }
}

type Status = 401 | 403 | 404 | 422

export function accountsError(c: Context, status: Status, error: AccountsErrorType): Response {
  return c.json(accountsErrorBody(error), status)
}

export function invalidFields(c: Context, fields: Record<string, string>): Response {
  return c.json(accountsErrorBody('invalid_request', { invalid_fields: fields }), 422)
}

export function insufficientScope(c: Context): Response {
  return c.json(accountsErrorBody('access_denied', { sub_error: 'insufficient_scope' }), 403)
}

export function resourceNotFound(c: Context, name: string, id: string): Response {
  return c.json(
    accountsErrorBody('resource_not_found', { resource_name: name, resource_id: id }),
    404,
  )
}

const usualStatus: Record<string, number> = {
  unauthorized: 401,
  unauthorized_client: 401,
  invalid_grant: 401,
  invalid_client: 401,
  access_denied: 403,
  unsupported_grant_type: 403,
  resource_not_found: 404,
  invalid_request: 422,
  temporarily_unavailable: 429,
  server_error: 500,
}

/** The accounts server's error format, for faults that a test set. */
export const accountsErrorFormat = {
  status: (errorType: string) => usualStatus[errorType] ?? 500,
  body(errorType: string | undefined, status: number) {
    const usual = Object.entries(usualStatus).find(([, one]) => one === status)?.[0]
    return JSON.stringify(accountsErrorBody(errorType ?? usual ?? 'server_error'))
  },
  contentType: (endpoint: string) => (endpoint === 'authorize' ? 'text/html' : 'application/json'),
}
