import { type ReactNode, useSyncExternalStore } from 'react'
import type { Store } from '../../store/index.ts'
import { type Services, ServicesProvider } from '../session/services.tsx'
import { useTokenModeState } from '../session/token-mode-context.ts'

export interface CurrentServicesProps {
  /** The services of whoever signs in. */
  session: Store<Services>
  children: ReactNode
}

/** The services of a personal access token while there is one, else that of the session. */
export function CurrentServices({ session, children }: CurrentServicesProps) {
  const tokenMode = useTokenModeState()
  const ofSession = useSyncExternalStore(session.subscribe, session.getSnapshot)
  const services = tokenMode.status === 'in-use' ? tokenMode.services : ofSession
  return <ServicesProvider services={services}>{children}</ServicesProvider>
}
