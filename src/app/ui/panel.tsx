import { type ReactNode, type Ref, useId } from 'react'

export interface PanelProps {
  title: string
  /** Whether it spans two columns, where there are two. */
  wide?: boolean
  /** The heading, for the focus to go to when the focused element is removed. */
  headingRef?: Ref<HTMLHeadingElement>
  children: ReactNode
}

/** A section of a page with its own heading. */
export function Panel({ title, wide = false, headingRef, children }: PanelProps) {
  const titleId = useId()
  return (
    <section className="panel" data-wide={wide} aria-labelledby={titleId}>
      <h2 id={titleId} ref={headingRef} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
