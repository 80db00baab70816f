import { useMemo, useSyncExternalStore } from 'react'
import type { SignInHint } from '../auth/index.ts'
import { useSignInClient } from './livechat-provider.tsx'

/**
 * Gets who last signed in in this browser and did not sign out, and how, for a *Continue as …* after a reload. Renders
 * again when a tab signs in or out.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function useSignInHint(): SignInHint | undefined {
  const client = useSignInClient()
  const subscribe = useMemo(
    () => (onChange: () => void) => {
      const unsubscribe = client.subscribe(onChange)
      window.addEventListener('storage', onChange)
      return () => {
        unsubscribe()
        window.removeEventListener('storage', onChange)
      }
    },
    [client],
  )
  // Every hint read is a new object, so the snapshots are compared as text.
  const text = useSyncExternalStore(
    subscribe,
    () => JSON.stringify(client.hint() ?? null),
    () => 'null',
  )
  return useMemo(() => (JSON.parse(text) as SignInHint | null) ?? undefined, [text])
}
