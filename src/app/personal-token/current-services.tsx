import { type ReactNode, useSyncExternalStore } from 'react'
import type { InboxClient } from '../../react/inbox/index.ts'
import { ServicesProvider } from '../session/services.tsx'
import { useTokenModeState } from '../session/token-mode-context.ts'

export interface CurrentServicesProps {
  /** The inbox of whoever signs in. */
  inbox: InboxClient
  children: ReactNode
}

/** The services of a personal access token while there is one, else those of the session. */
export function CurrentServices({ inbox, children }: CurrentServicesProps) {
  const tokenMode = useTokenModeState()
  const ofSession = useSyncExternalStore(inbox.subscribe, inbox.getSnapshot)
  const services = tokenMode.status === 'in-use' ? tokenMode.services : ofSession
  return <ServicesProvider services={services}>{children}</ServicesProvider>
}
