import type { ChatUser } from '../../agent-chat/index.ts'
import { useTyping } from '../../react/inbox/index.ts'
import { agentName, customerName, customerOf, findUser } from '../chat/participants.ts'
import { truncate } from '../lib/truncate.ts'

const longest = 2_000

export interface BeingWrittenProps {
  chatId: string
  users: readonly ChatUser[]
}

/** What is being written now: by the customer with its text, which nobody has sent; by agents without. Not announced: it changes with each key. */
export function BeingWritten({ chatId, users }: BeingWrittenProps) {
  const { sneakPeek, typing } = useTyping(chatId)
  if (!sneakPeek && typing.length === 0) return null
  return (
    <ul className="events being-written" aria-label="Being written">
      {sneakPeek && (
        <li className="event">
          <p className="event-author">
            <bdi>{customerName(customerOf({ users }))}</bdi> <span>is typing</span>
          </p>
          <p className="bubble unsent" dir="auto">
            {truncate(sneakPeek.text, longest)}
          </p>
          <span className="event-time">Not sent yet</span>
        </li>
      )}
      {typing.map(({ authorId, agentsOnly }) => (
        <li key={authorId} className="event quiet">
          <bdi>{agentName(findUser({ users }, authorId), authorId)}</bdi>{' '}
          <span>{agentsOnly ? 'is writing a note…' : 'is typing…'}</span>
        </li>
      ))}
    </ul>
  )
}
