import type { ReactNode } from 'react'
import { type Services, ServicesProvider } from '../session/services.tsx'
import { useTokenModeState } from '../session/token-mode-context.ts'

export interface CurrentServicesProps {
  /** The services of whoever signs in. */
  session: Services
  children: ReactNode
}

/** The services of a personal access token while there is one, else that of the session. */
export function CurrentServices({ session, children }: CurrentServicesProps) {
  const tokenMode = useTokenModeState()
  const services = tokenMode.status === 'in-use' ? tokenMode.services : session
  return <ServicesProvider services={services}>{children}</ServicesProvider>
}
