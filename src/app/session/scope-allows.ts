/** Reaches and rights from little to much; each includes those before it. */
const reaches: readonly (string | undefined)[] = ['my', 'access', 'all']
const rights: readonly (string | undefined)[] = ['ro', 'rw']

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
