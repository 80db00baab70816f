import { useEffect, useRef } from 'react'

/** The current heading. The first of a visit must not take the focus; every later one must. */
let shown: HTMLHeadingElement | null = null

/** The page's h1. Also sets the document title, and takes the focus when the page has changed. */
export function PageHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (shown && shown !== heading.current) heading.current?.focus()
    shown = heading.current
  }, [])
  return (
    <>
      <title>{`${children} · Inbox`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </>
  )
}
