import { BubbleIcon } from '../ui/icons.tsx'

/** Shown beside the list while no chat is open; a narrow page shows only the list. */
export function NoChatOpen() {
  return (
    <div className="no-chat-open">
      <BubbleIcon />
      <p>Select a chat to read and reply.</p>
    </div>
  )
}
