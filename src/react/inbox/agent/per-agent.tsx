import { Fragment, type ReactNode, useState } from 'react'
import { type EndedSession, sessionOf } from '../../../auth/index.ts'
import { useSession } from '../../use-session.ts'
import { ownerOf } from './cache-owner.ts'

/** Starts everything below it afresh when another agent signs in. */
export function PerAgent({ children }: { children: ReactNode }) {
  const session = sessionOf(useSession())
  return <Fragment key={session && ownerOf(session)}>{children}</Fragment>
}

/** A value that is made anew when another agent signs in. */
export function usePerAgent<Value>(create: (session: EndedSession | undefined) => Value): Value {
  const session = sessionOf(useSession())
  const owner = session && ownerOf(session)
  const [held, setHeld] = useState(() => ({ owner, value: create(session) }))
  if (held.owner === owner) return held.value
  const next = { owner, value: create(session) }
  setHeld(next)
  return next.value
}
