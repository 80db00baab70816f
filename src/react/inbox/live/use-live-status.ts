import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { LiveUpdate } from '../../../agent-chat/live-feed/index.ts'
import { useServices } from '../inbox-provider.tsx'
import { useLatest } from '../use-latest.ts'
import type { LiveState } from './live-connection.ts'

/** What {@link useLiveStatus} returns. */
export type LiveStatus = LiveState & {
  /** Milliseconds between two polls while it is not `live`; 0: only on request. */
  pollInterval: number
  /** Connects: at once where nothing has yet, and again where LiveChat has ended it for good. */
  connect: () => void
}

/**
 * Gets whether LiveChat tells by itself what happens: `live`, or why not, and what connects. While it does not, what is on
 * screen is polled.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useLiveStatus(): LiveStatus {
  const { live, pollInterval } = useServices()
  const state = useSyncExternalStore(live.subscribe, live.getSnapshot, live.getSnapshot)
  return useMemo(
    () => ({
      ...state,
      pollInterval,
      connect() {
        live.start()
        live.connect()
      },
    }),
    [state, live, pollInterval],
  )
}

/** Whether it is `live`; not rendered again for what else it is. */
export function useIsLive(): boolean {
  const { subscribe, getSnapshot } = useServices().live
  const isLive = () => getSnapshot().status === 'live'
  return useSyncExternalStore(subscribe, isLive, isLive)
}

/** Connects once what the agent came for is on screen. */
export function useStartLive(isReady: boolean): void {
  const { live } = useServices()
  useEffect(() => {
    if (isReady) live.start()
  }, [isReady, live])
}

/**
 * Calls back with everything that LiveChat pushes, in order, while the component is there.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useLiveUpdates(onUpdate: (update: LiveUpdate) => void): void {
  const { live } = useServices()
  const tell = useLatest(onUpdate)
  useEffect(() => live.onUpdate(tell), [live, tell])
}
