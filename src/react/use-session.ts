import { useSyncExternalStore } from 'react'
import type { SessionState } from '../auth/index.ts'
import { useSignInClient } from './livechat-provider.tsx'

/** What a server renders, and a browser until it has taken that over: the session is in the browser only. */
const signedOut: SessionState = { status: 'signed-out' }

/**
 * Gets the state of the session: `signed-out`, `signing-in`, `signed-in` or `expired`. Renders again when it changes.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function useSession(): SessionState {
  const client = useSignInClient()
  return useSyncExternalStore(client.subscribe, client.getSnapshot, () => signedOut)
}
