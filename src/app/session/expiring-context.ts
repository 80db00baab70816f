import { createContext, use, useSyncExternalStore } from 'react'
import type { Expiring } from './expiring.ts'

export const ExpiringContext = createContext<Expiring | undefined>(undefined)

/**
 * Whether the session is near its end and will not renew itself.
 *
 * @throws {Error} Outside of the app.
 */
export function useExpiring(): boolean {
  const expiring = use(ExpiringContext)
  if (!expiring) throw new Error('No expiry to watch: render this inside <ExpiringContext>.')
  return useSyncExternalStore(expiring.subscribe, expiring.getSnapshot)
}
