import { mintAccessToken } from '../control/control-actions.ts'
import { createSandbox, type SandboxOptions } from '../server/sandbox.ts'

export const javascriptApp = '9cbf3a968289727cb3cdfe83ab1d9836'
export const publicApp = '0805e283233042b37f460ed8fbf22160'
export const serverApp = '81e8a326ec4a63252faa0ae6f660c0c8'

/** Fields of a response that tests read one by one; each test knows which of them are there. */
interface ResponseBody {
  access_token: string
  refresh_token: string
  organization_id: string
  scope: string
  email: string
  roles: { role: string }[]
  error: string
  sub_error: string
  invalid_fields: Record<string, string>
  resource_name: string
}

/** A sandbox, and calls of its accounts API. */
export function startAccounts(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ chats: 0, ...options })
  const call = async <Body = ResponseBody>(
    method: string,
    path: string,
    options: {
      token?: string
      form?: Record<string, string>
      headers?: Record<string, string>
    } = {},
  ) => {
    const { token, form, headers } = options
    const response = await sandbox.accounts.fetch(
      new Request(`http://localhost:3001${path}`, {
        method,
        headers: { ...(token && { Authorization: `Bearer ${token}` }), ...headers },
        ...(form && { body: new URLSearchParams(form) }),
      }),
    )
    const body = (await response.json()) as Body
    return { status: response.status, headers: response.headers, body }
  }
  const mint = (scopes?: string[], email = 'agent@example.com') =>
    mintAccessToken(sandbox.world, { clientId: javascriptApp, email, ...(scopes && { scopes }) })
      .token
  return { ...sandbox, call, mint }
}
