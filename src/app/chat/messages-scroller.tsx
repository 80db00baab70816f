import type { ReactNode } from 'react'

/** The part of a conversation that scrolls, also by keyboard: nothing in it need take the focus. */
export function MessagesScroller({ children }: { children: ReactNode }) {
  return (
    <section className="talk-scroller" aria-label="Messages" ref={makeTabbable} data-scrolls>
      <div className="talk-content">{children}</div>
    </section>
  )
}

/** A ref for what scrolls and has nothing in it to focus: the keyboard reaches the scroller itself. */
export function makeTabbable(scroller: HTMLElement | null): void {
  if (scroller) scroller.tabIndex = 0
}
