import type { ReactNode } from 'react'
import { LiveChatMark } from '../../react/index.ts'
import { PageHeading } from './page-heading.tsx'

/** A page with one thing on it: signing in, or why there is nothing else to see. */
export function NoticePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="notice-page">
      <div className="notice">
        <LiveChatMark className="notice-mark" />
        <PageHeading>{title}</PageHeading>
        {children}
      </div>
    </main>
  )
}
