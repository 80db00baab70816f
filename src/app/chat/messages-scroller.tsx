import type { ReactNode } from 'react'
import { reachByTab } from '../conversation/reach-by-tab.ts'

/** The part of a conversation that scrolls, also by keyboard: nothing in it need take the focus. */
export function MessagesScroller({ children }: { children: ReactNode }) {
  return (
    <section className="talk-scroller" aria-label="Messages" ref={reachByTab} data-scrolls>
      <div className="talk-content">{children}</div>
    </section>
  )
}
