import type { Ref } from 'react'
import { useIsNarrow } from './use-is-narrow.ts'

/** The customer's name above an open chat: the page's h1 where the list and its h1 are hidden. */
export function ChatHeading({ ref, children }: { ref: Ref<HTMLHeadingElement>; children: string }) {
  const Heading = useIsNarrow() ? 'h1' : 'h2'
  return (
    <Heading ref={ref} className="talk-name" tabIndex={-1}>
      <bdi>{children}</bdi>
    </Heading>
  )
}
