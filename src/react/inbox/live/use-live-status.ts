import { useEffect, useSyncExternalStore } from 'react'
import type { LiveUpdate } from '../../../agent-chat/live-feed/index.ts'
import { useServices } from '../inbox-provider.tsx'
import { useLatest } from '../use-latest.ts'
import type { LiveConnection, LiveState } from './live-connection.ts'

export function useLiveConnection(): LiveConnection {
  return useServices().live
}

export function useLiveState(): LiveState {
  const { subscribe, getSnapshot } = useLiveConnection()
  return useSyncExternalStore(subscribe, getSnapshot, getSnapshot)
}

/** Whether LiveChat tells by itself when something happens. */
export function useIsLive(): boolean {
  const { subscribe, getSnapshot } = useLiveConnection()
  const isLive = () => getSnapshot().status === 'live'
  return useSyncExternalStore(subscribe, isLive, isLive)
}

/** Connects once what the agent came for is on screen. */
export function useStartLive(isReady: boolean): void {
  const connection = useLiveConnection()
  useEffect(() => {
    if (isReady) connection.start()
  }, [isReady, connection])
}

/**
 * Calls back with everything that LiveChat pushes while the component is there.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useLiveUpdates(onUpdate: (update: LiveUpdate) => void): void {
  const connection = useLiveConnection()
  const tell = useLatest(onUpdate)
  useEffect(() => connection.onUpdate(tell), [connection, tell])
}
