import type { ReactNode } from 'react'
import { anchorScroll } from '../lib/anchor-scroll.ts'
import { chatText } from './chat-text.ts'

/** The scrolling part of a conversation; the keyboard can scroll it even when nothing in it takes the focus. */
export function MessagesScroller({ children }: { children: ReactNode }) {
  return (
    <section
      className="talk-scroller"
      aria-label={chatText().messages}
      ref={setUpScroller}
      data-scrolls
    >
      <div className="talk-content">{children}</div>
    </section>
  )
}

function setUpScroller(scroller: HTMLElement | null) {
  makeTabbable(scroller)
  return scroller ? anchorScroll(scroller) : undefined
}

/** A ref for what scrolls and has nothing in it to focus: the keyboard reaches the scroller itself. */
export function makeTabbable(scroller: HTMLElement | null): void {
  if (scroller) scroller.tabIndex = 0
}
