import type { Query, QueryClient } from '@tanstack/react-query'
import type { LiveUpdate } from '../../../agent-chat/live-feed/index.ts'
import { coalesce } from './coalesce.ts'
import type { LiveConnection } from './live-connection.ts'

/** Milliseconds between two requests of a query, however much happens. */
const pause = 1_000

/** Asks again for what has changed: at once where it is on screen, else when it is shown the next time. */
export function followUpdates(
  connection: Pick<LiveConnection, 'onUpdate'>,
  queries: QueryClient,
): () => void {
  const refreshes = new WeakMap<object, () => void>()
  return connection.onUpdate((update) => {
    for (const query of queries.getQueryCache().getAll()) {
      if (!isChangedBy(query, update)) continue
      const { queryKey } = query
      const refresh =
        refreshes.get(query) ??
        coalesce(
          // One that is under way may have been answered before this happened, so it is not taken for the new one.
          () => queries.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: true }),
          pause,
        )
      refreshes.set(query, refresh)
      refresh()
    }
  })
}

/** Whether something that happened may have changed what a query asks for, as the query says itself. */
function isChangedBy({ meta }: Query, update: LiveUpdate): boolean {
  return typeof meta?.isChangedBy === 'function' && meta.isChangedBy(update) === true
}

/** Whether an update may be about any chat, and does not say how it is now. */
export function isAboutAll(
  update: LiveUpdate,
): update is Extract<LiveUpdate, { type: 'connected' | 'threads_deleted' }> {
  return update.type === 'connected' || update.type === 'threads_deleted'
}
