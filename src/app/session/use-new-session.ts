import { useEffect, useEffectEvent, useRef } from 'react'
import { useSession } from '../../react/index.ts'

/** Calls back when the session on screen was replaced: the agent signed in again, or it was renewed. */
export function useNewSession(onNewSession: () => void): void {
  const state = useSession()
  const session = state.status === 'signed-in' ? state.session : undefined
  const last = useRef(session)
  const notify = useEffectEvent(onNewSession)
  useEffect(() => {
    if (!session || session === last.current) return
    last.current = session
    notify()
  }, [session])
}
