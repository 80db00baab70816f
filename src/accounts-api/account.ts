import { SignInError } from '../auth/index.ts'
import { isRecord, readHttpUrl, readText } from './json-fields.ts'

/** The person who is signed in. */
export interface Account {
  accountId: string
  /** Also the agent's id in chats. */
  email: string
  /** The email when the account has no name. */
  name: string
  /** The agent's picture in this organization, else the account's own; http(s) only. */
  avatarUrl: string | undefined
  /** The organization LiveChat signs in to when a sign-in names none. */
  defaultOrganizationId: string | undefined
  /** The role in LiveChat; known only with the scope `accounts.roles--all:ro`. */
  role: string | undefined
}

/**
 * Reads an account.
 *
 * @param organizationPicture Preferred to the account's own picture, which LiveChat keeps for older apps.
 * @throws {SignInError} `invalid_response` when it has no id or email.
 * @see https://platform.text.com/docs/authorization/global-accounts
 */
export function readAccount(
  body: Record<string, unknown>,
  organizationPicture: string | undefined,
): Account {
  const { account_id, email, name, default_organization_id, roles } = body
  if (typeof account_id !== 'string' || typeof email !== 'string') {
    throw new SignInError('invalid_response')
  }
  return {
    accountId: account_id,
    email,
    name: readText(name) ?? email,
    avatarUrl: organizationPicture ?? readPicture(body),
    defaultOrganizationId:
      typeof default_organization_id === 'string' ? default_organization_id : undefined,
    role: readLiveChatRole(roles),
  }
}

/** Reads the URL of the picture of an account, or of its settings in an organization. */
export function readPicture(value: unknown): string | undefined {
  return isRecord(value) ? readHttpUrl(value.avatar_url) : undefined
}

function readLiveChatRole(roles: unknown): string | undefined {
  if (!Array.isArray(roles)) return undefined
  const role = roles.find((one) => isRecord(one) && one.product === 'LiveChat')
  return isRecord(role) && typeof role.role === 'string' ? role.role : undefined
}
