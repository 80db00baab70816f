import { useLayoutEffect, useRef } from 'react'
import { pageText } from './page-text.ts'

let shown: HTMLHeadingElement | null = null
let takesFocus = false

/** Lets the first heading take the focus, too: the visit began before this page, which LiveChat sent the agent back to. */
export function focusFirstHeading(): void {
  takesFocus = true
}

/** The page's h1. Also sets the document title, and takes the focus unless it is the first of a visit. */
export function PageHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // Before anything on the page asks for the focus.
  useLayoutEffect(() => {
    if (takesFocus && shown !== heading.current) heading.current?.focus()
    takesFocus = true
    shown = heading.current
  }, [])
  return (
    <>
      <title>{pageText().title({ page: children })}</title>
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </>
  )
}
