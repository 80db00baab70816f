import { type ReactNode, type Ref, useId } from 'react'

export interface PanelProps {
  title: string
  /** Takes the width of two, where there is room for two. */
  wide?: boolean
  /** Where the focus goes when what had it is gone. */
  headingRef?: Ref<HTMLHeadingElement>
  children: ReactNode
}

/** One subject of a page, under its own heading. */
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
