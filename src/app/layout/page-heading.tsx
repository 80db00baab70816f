import { useEffect, useRef } from 'react'

/** The heading on screen. The first of a visit must not take the focus; every later one must. */
let shown: HTMLHeadingElement | null = null

/** Names the page: document title, its one h1, and where the focus goes when the page has changed. */
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
