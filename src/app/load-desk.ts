import { useEffect } from 'react'
import { useSession } from '../react/index.ts'

/** The sign-in page stays light: what an agent works with comes in a part of its own. */
export function loadDesk() {
  return import('./desk-pages.ts')
}

/** Fetches it while the agent signs in, so that nobody waits for it afterwards. */
export function useDeskAhead(): void {
  const { status } = useSession()
  useEffect(() => {
    if (status === 'signed-out') return
    // When it cannot be had now, opening the chats tries again and says so.
    loadDesk().catch(() => {})
  }, [status])
}
