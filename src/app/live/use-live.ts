import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { LiveUpdate } from '../../agent-chat/live-feed/index.ts'
import { type LiveConnection, type LiveState, noConnection } from './live-connection.ts'

/** The connection of the agent who is signed in. */
export const LiveContext = createContext<LiveConnection>(noConnection)

export function useLiveConnection(): LiveConnection {
  return use(LiveContext)
}

export function useLiveState(): LiveState {
  const connection = useLiveConnection()
  return useSyncExternalStore(connection.subscribe, connection.getSnapshot)
}

/** Whether LiveChat tells by itself when something happens. */
export function useIsLive(): boolean {
  const connection = useLiveConnection()
  return useSyncExternalStore(
    connection.subscribe,
    () => connection.getSnapshot().status === 'live',
  )
}

/** Connects once what the agent came for is on screen. */
export function useStartLive(isReady: boolean): void {
  const connection = useLiveConnection()
  useEffect(() => {
    if (isReady) connection.start()
  }, [isReady, connection])
}

/** Calls back with everything that happens while the view is there. */
export function useLiveUpdates(onUpdate: (update: LiveUpdate) => void): void {
  const connection = useLiveConnection()
  const tell = useEffectEvent(onUpdate)
  useEffect(() => connection.onUpdate((update) => tell(update)), [connection])
}
