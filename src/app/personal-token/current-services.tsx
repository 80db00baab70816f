import type { ReactNode } from 'react'
import { type Workplace, WorkplaceProvider } from '../session/services.tsx'
import { usePersonalState } from '../session/token-mode-context.ts'

export interface CurrentWorkplaceProps {
  /** The workplace of whoever signs in. */
  session: Workplace
  children: ReactNode
}

/** The workplace of a personal access token while there is one, else that of the session. */
export function CurrentWorkplace({ session, children }: CurrentWorkplaceProps) {
  const personal = usePersonalState()
  const workplace = personal.status === 'in-use' ? personal.workplace : session
  return <WorkplaceProvider workplace={workplace}>{children}</WorkplaceProvider>
}
