import { useNavigate, useSearchParams } from 'react-router'
import { chatPath } from '../chat/chat-path.ts'
import { describeError } from '../language/describe-error.ts'
import { Button } from '../ui/button.tsx'
import { useClosingChats, useClosingStore } from './closing-context.tsx'
import { type ClosingChat, CustomerWroteError, UnsentMessageError } from './closing-store.ts'
import { closingText } from './closing-text.ts'

/** Says which chats are being closed, with the way to undo it while there is time. */
export function ClosingNotices() {
  const chats = useClosingChats()
  return (
    <>
      {/* There before what it says, or screen readers would not hear of it. */}
      <output className="visually-hidden">{chats.map(describe).join(' ')}</output>
      {chats.length > 0 && <Notices chats={chats} />}
    </>
  )
}

function Notices({ chats }: { chats: readonly ClosingChat[] }) {
  const closing = useClosingStore()
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  const open = ({ chatId }: ClosingChat) => {
    closing.resume()
    closing.undo(chatId)
    void navigate({
      pathname: chatPath(chatId),
      search: parameters.toString(),
    })
  }
  return (
    <ul
      className="closing-notices"
      aria-label={closingText().notices}
      onPointerEnter={closing.pause}
      onPointerLeave={closing.resume}
      onFocus={closing.pause}
      onBlur={closing.resume}
    >
      {chats.map((chat) => (
        <li key={chat.chatId} className="closing-notice" data-status={chat.status}>
          <p>{describe(chat)}</p>
          {chat.status === 'undoable' && (
            <Button size="compact" kind="high-contrast" onClick={() => open(chat)}>
              {closingText().undo}
            </Button>
          )}
          {chat.status === 'failed' && (
            <>
              <Button size="compact" kind="high-contrast" onClick={() => open(chat)}>
                {closingText().open}
              </Button>
              <Button size="compact" kind="plain" onClick={() => closing.undo(chat.chatId)}>
                {closingText().dismiss}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function describe({ name, status, error }: ClosingChat): string {
  const text = closingText()
  if (status !== 'failed') return text.closed({ name })
  return text.stillOpen({ name, reason: reasonOf(error) })
}

function reasonOf(error: Error | undefined): string {
  if (error instanceof UnsentMessageError) return closingText().unsent
  if (error instanceof CustomerWroteError) return closingText().customerWrote
  return describeError(error)
}
