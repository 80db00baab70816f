import { useMemo, useSyncExternalStore } from 'react'
import type { SignInHint } from '../auth/index.ts'
import { useSignInClient } from './livechat-provider.tsx'

/**
 * Who signed in in this browser last and did not sign out, and how: for a *Continue as …* after a reload. Renews
 * when a tab of this browser signs in or out.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function useSignInHint(): SignInHint | undefined {
  const client = useSignInClient()
  const subscribe = useMemo(
    () => (changed: () => void) => {
      const leave = client.subscribe(changed)
      window.addEventListener('storage', changed)
      return () => {
        leave()
        window.removeEventListener('storage', changed)
      }
    },
    [client],
  )
  // Each reading is a new object, so their text is what is compared.
  const text = useSyncExternalStore(
    subscribe,
    () => JSON.stringify(client.hint() ?? null),
    () => 'null',
  )
  return useMemo(() => (JSON.parse(text) as SignInHint | null) ?? undefined, [text])
}
