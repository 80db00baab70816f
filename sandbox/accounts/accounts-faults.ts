import type { FaultWording } from '../server/fault-injection.ts'
import { accountsErrorBody } from './accounts-error.ts'

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

export const wording: FaultWording = {
  status: (errorType) => usualStatus[errorType] ?? 500,
  body(errorType, status) {
    const usual = Object.entries(usualStatus).find(([, one]) => one === status)?.[0]
    return JSON.stringify(accountsErrorBody(errorType ?? usual ?? 'server_error'))
  },
  contentType: (endpoint) => (endpoint === 'authorize' ? 'text/html' : 'application/json'),
}
