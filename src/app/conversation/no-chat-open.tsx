import { useLayoutEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { BubbleIcon } from '../ui/icons.tsx'
import { conversationText } from './conversation-text.ts'
import { afterClosing } from './use-close-chat.ts'

/** Shown beside the list while no chat is open; a narrow page shows only the list. */
export function NoChatOpen() {
  const place = useRef<HTMLDivElement>(null)
  const hasClosed = useLocation().state === afterClosing
  // A narrow page hides it, and the list has the focus.
  useLayoutEffect(() => {
    if (hasClosed) place.current?.focus({ preventScroll: true })
  }, [hasClosed])
  return (
    <div ref={place} className="no-chat-open" tabIndex={-1}>
      <BubbleIcon />
      <p>{hasClosed ? conversationText().noneWaits : conversationText().selectChat}</p>
    </div>
  )
}
