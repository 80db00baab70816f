import type { EndedSession } from './session/session.ts'

/** Reaches and rights from little to much; each includes those before it. */
const reaches: readonly (string | undefined)[] = ['my', 'access', 'all']
const rights: readonly (string | undefined)[] = ['ro', 'rw']

/**
 * Returns which of these scopes a session was not granted: an agent may refuse those that an app marks as optional, and an app
 * may lack them.
 *
 * @param session A session, or an ended one.
 * @param wanted Such as `['customers:ro']`.
 * @returns Empty when nothing is missing, and when LiveChat did not say what it granted.
 * @see https://platform.text.com/docs/authorization/scopes
 */
export function missingScopes(session: EndedSession, wanted: readonly string[]): string[] {
  return wanted.filter((scope) => !scopesAllow(session.scopes, scope))
}

/**
 * Whether scopes include a wanted one: `rw` includes `ro`, `all` includes `access` includes `my`. When LiveChat
 * did not say which scopes a session has, nothing is ruled out.
 *
 * @param scopes As LiveChat granted them; empty when it did not say.
 */
export function scopesAllow(scopes: readonly string[], wanted: string): boolean {
  return scopes.length === 0 || scopes.some((scope) => includes(scope, wanted))
}

function includes(scope: string, wanted: string): boolean {
  const has = partsOf(scope)
  const needs = partsOf(wanted)
  return (
    has.resource === needs.resource &&
    atLeast(reaches, has.reach, needs.reach) &&
    atLeast(rights, has.right, needs.right)
  )
}

function partsOf(scope: string) {
  const [what = '', right] = scope.split(':')
  const [resource, reach] = what.split('--')
  return { resource, reach, right }
}

/** Words outside the order, such as a group's reach, only match themselves. */
function atLeast<Word>(order: readonly Word[], has: Word, needs: Word): boolean {
  const from = order.indexOf(needs)
  return has === needs || (from !== -1 && order.indexOf(has) > from)
}
