import { useState } from 'react'
import { useSession } from '../../react/index.ts'

/** Whether the session on screen is over, also while the agent is signing in again. */
export function useSessionEnded(): boolean {
  const { status } = useSession()
  const [settled, setSettled] = useState(status)
  if (status !== 'signing-in' && status !== settled) setSettled(status)
  return (status === 'signing-in' ? settled : status) === 'expired'
}
