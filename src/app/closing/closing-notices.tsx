import { useNavigate, useSearchParams } from 'react-router'
import { AgentChatError } from '../../agent-chat/index.ts'
import { SignInError } from '../../auth/index.ts'
import { unexpectedErrorMessage } from '../chat/api-errors.ts'
import { chatPath } from '../chat/chat-path.ts'
import { Button } from '../ui/button.tsx'
import { useClosingChats, useClosingStore } from './closing-context.tsx'
import { type ClosingChat, UnsentMessageError } from './closing-store.ts'

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
      aria-label="Closed chats"
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
              Undo
            </Button>
          )}
          {chat.status === 'failed' && (
            <>
              <Button size="compact" kind="high-contrast" onClick={() => open(chat)}>
                Open chat
              </Button>
              <Button size="compact" kind="plain" onClick={() => closing.undo(chat.chatId)}>
                Dismiss
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function describe({ name, status, error }: ClosingChat): string {
  if (status !== 'failed') return `Chat with ${name} closed`
  const isKnown = told.some((one) => error instanceof one)
  return `The chat with ${name} is still open. ${isKnown ? error?.message : unexpectedErrorMessage}`
}

/** Errors whose messages are for people. */
const told = [AgentChatError, SignInError, UnsentMessageError]
