import type { ChatUser } from '../../agent-chat/index.ts'
import { useTyping } from '../../react/inbox/index.ts'
import { agentName, customerName, customerOf, findUser } from '../chat/participants.ts'
import { withElements } from '../language/with-elements.tsx'
import { truncate } from '../lib/truncate.ts'
import { conversationText } from './conversation-text.ts'

const longest = 2_000

export interface BeingWrittenProps {
  chatId: string
  users: readonly ChatUser[]
}

/** What is being written now: by the customer with its text, which nobody has sent; by agents without. Not announced: it changes with each key. */
export function BeingWritten({ chatId, users }: BeingWrittenProps) {
  const { sneakPeek, typing } = useTyping(chatId)
  if (!sneakPeek && typing.length === 0) return null
  const text = conversationText()
  return (
    <ul className="events being-written" aria-label={text.beingWritten}>
      {sneakPeek && (
        <li className="event">
          <p className="event-author">
            {withElements(text.isTyping, {
              name: <bdi>{customerName(customerOf({ users }))}</bdi>,
            })}
          </p>
          <p className="bubble unsent" dir="auto">
            {truncate(sneakPeek.text, longest)}
          </p>
          <span className="event-time">{text.notSentYet}</span>
        </li>
      )}
      {typing.map(({ authorId, agentsOnly }) => (
        <li key={authorId} className="event quiet">
          {withElements(agentsOnly ? text.isWritingNote : text.isTypingNow, {
            name: <bdi>{agentName(findUser({ users }, authorId), authorId)}</bdi>,
          })}
        </li>
      ))}
    </ul>
  )
}
