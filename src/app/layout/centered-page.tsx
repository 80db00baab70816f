import type { ReactNode } from 'react'
import { LiveChatMark } from '../../react/index.ts'
import { PageHeading } from './page-heading.tsx'

/** A page with one centered panel: the sign-in form, or a message. */
export function CenteredPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="centered-page">
      <div className="centered-content">
        <LiveChatMark className="centered-logo" />
        <PageHeading>{title}</PageHeading>
        {children}
      </div>
    </main>
  )
}
