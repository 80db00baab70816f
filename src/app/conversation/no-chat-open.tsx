import { BubbleIcon } from '../ui/icons.tsx'

/** Beside the list while no chat is open; a narrow page shows the list alone. */
export function NoChatOpen() {
  return (
    <div className="no-chat-open">
      <BubbleIcon />
      <p>Choose a chat to read and answer it.</p>
    </div>
  )
}
