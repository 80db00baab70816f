import { Fragment, type ReactNode } from 'react'
import { sessionOf } from '../../auth/index.ts'
import { useSession } from '../../react/index.ts'
import { ownerOf } from './cache-owner.ts'

/** Starts everything below it afresh when another agent signs in. */
export function PerAgent({ children }: { children: ReactNode }) {
  const session = sessionOf(useSession())
  return <Fragment key={session && ownerOf(session)}>{children}</Fragment>
}
