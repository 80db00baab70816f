import type { Organization } from '../accounts-api/index.ts'

interface Seen extends Organization {
  accountId: string
}

const key = 'sign-in-with-livechat:organizations'

/** Remembers an organization an account was signed in to, until the tab closes or the agent signs out. */
export function rememberOrganization(accountId: string, organization: Organization): void {
  const others = readSeen().filter(
    (one) => one.accountId !== accountId || one.organizationId !== organization.organizationId,
  )
  try {
    sessionStorage.setItem(key, JSON.stringify([{ accountId, ...organization }, ...others]))
  } catch {
    // Without storage the agent types the id again.
  }
}

/** The organizations an account was signed in to in this tab, the latest first. */
export function recentOrganizations(accountId: string): Organization[] {
  return readSeen()
    .filter((one) => one.accountId === accountId)
    .map(({ organizationId, name }) => ({ organizationId, name }))
}

export function forgetOrganizations(): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing is kept where there is no storage.
  }
}

function readSeen(): Seen[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(value) ? value.filter(isSeen) : []
  } catch {
    return []
  }
}

function isSeen(value: unknown): value is Seen {
  const { accountId, organizationId, name } = (value ?? {}) as Record<string, unknown>
  return [accountId, organizationId, name].every((one) => typeof one === 'string')
}

/** An organization to offer; the agent's own may have no name yet. */
export interface OrganizationChoice extends Pick<Organization, 'organizationId'> {
  name: string | undefined
}

/**
 * The organizations worth offering beside the current one: those used before, and the account's own.
 *
 * @param seen The latest first.
 */
export function organizationChoices(
  current: string | undefined,
  ownId: string | undefined,
  seen: readonly Organization[],
): OrganizationChoice[] {
  const own = ownId && !seen.some((one) => one.organizationId === ownId)
  const all = own ? [...seen, { organizationId: ownId, name: undefined }] : seen
  return all.filter((one) => one.organizationId !== current)
}
