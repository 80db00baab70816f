import type { Organization } from '../../accounts-api/index.ts'

/**
 * The organizations worth offering beside the current one: those used before, and the account's own.
 *
 * @param seen The latest first.
 */
export function choicesOf(
  current: string | undefined,
  ownId: string | undefined,
  seen: readonly Organization[],
): Organization[] {
  const own = ownId && !seen.some((one) => one.organizationId === ownId)
  const all = own ? [...seen, { organizationId: ownId, name: 'your own organization' }] : seen
  return all.filter((one) => one.organizationId !== current)
}
