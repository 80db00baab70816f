import { useEffect, useRef } from 'react'
import { useSession } from '../../use-session.ts'
import { useLatest } from '../use-latest.ts'

/** Calls back when the session on screen was replaced: the agent signed in again, or it was renewed. */
export function useNewSession(onNewSession: () => void): void {
  const state = useSession()
  const session = state.status === 'signed-in' ? state.session : undefined
  const last = useRef(session)
  const notify = useLatest(onNewSession)
  useEffect(() => {
    if (!session || session === last.current) return
    last.current = session
    notify()
  }, [session, notify])
}
