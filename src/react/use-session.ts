import { useSyncExternalStore } from 'react'
import type { SessionState } from '../auth/index.ts'
import { useSignInClient } from './livechat-provider.tsx'

/**
 * Gets the state of the session: `signed-out`, `signing-in`, `signed-in` or `expired`. Renders again when it changes.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function useSession(): SessionState {
  const client = useSignInClient()
  return useSyncExternalStore(client.subscribe, client.getSnapshot, client.getSnapshot)
}
