import { memo } from 'react'
import type { ChatEvent, ChatUser, Thread } from '../../agent-chat/index.ts'
import { withElements } from '../language/with-elements.tsx'
import { clockTime, describeDay, exactTime } from '../lib/dates.ts'
import { truncate } from '../lib/truncate.ts'
import { LockIcon } from '../ui/icons.tsx'
import { chatText } from './chat-text.ts'
import { EventContent } from './event-content.tsx'
import { eventText } from './event-text.ts'
import { agentName, customerName, findUser, isByCustomer, isSameUser } from './participants.ts'
import { isQuiet, lastSeenMessage, threadLines } from './thread-lines.ts'

export interface ThreadViewProps {
  thread: Thread
  /** Indexes of events, ascending: the first that is drawn, and where further parts begin. */
  cuts: readonly number[]
  users: readonly ChatUser[]
  myId: string | undefined
  locale: string
  /** Whether screen readers announce additions. */
  isLive: boolean
}

/** A thread, from the first event that is drawn to its last. */
export const ThreadView = memo(function ThreadView(props: ThreadViewProps) {
  const { thread, cuts, users, myId, locale, isLive } = props
  const seen = isLive ? lastSeenMessage(thread.events, users) : undefined
  return (
    <section className="thread" aria-label={threadLabel(thread, locale)}>
      {cuts[0] === 0 && <p className="thread-start">{threadLabel(thread, locale)}</p>}
      {thread.restricted !== undefined && (
        <p className="restricted">
          <LockIcon />
          <span>
            {withElements(chatText().hiddenReason, {
              reason: <bdi>{truncate(thread.restricted, 200)}</bdi>,
            })}
          </span>
        </p>
      )}
      {cuts.map((from, part) => (
        <ol
          // Where it ends, since a part that was cut off above it changes its beginning.
          key={cuts[part + 1] ?? 'last'}
          className="events"
          // What is drawn above is not news.
          {...(isLive &&
            part === cuts.length - 1 && { 'aria-live': 'polite', 'aria-relevant': 'additions' })}
        >
          {threadLines(thread.events, from, cuts[part + 1]).map((line) =>
            line.kind === 'day' ? (
              <li key={line.key} className="day">
                <span>{describeDay(line.time, Date.now(), locale)}</span>
              </li>
            ) : (
              <EventLine
                key={line.key}
                event={line.event}
                author={authorName(line.event, users, myId)}
                isByCustomer={isByCustomer(line.event.authorId, { users })}
                showsAuthor={line.showsAuthor}
                isSeen={line.event === seen}
                locale={locale}
              />
            ),
          )}
        </ol>
      ))}
      {thread.summary && (
        <aside className="summary" aria-label={chatText().summary}>
          <p className="event-kind">{chatText().summary}</p>
          <p dir="auto">{truncate(thread.summary, 2000)}</p>
        </aside>
      )}
    </section>
  )
})

interface EventLineProps {
  event: ChatEvent
  author: string
  isByCustomer: boolean
  showsAuthor: boolean
  /** The customer has seen it, and it is the last of which that is said. */
  isSeen: boolean
  locale: string
}

const EventLine = memo(function EventLine(props: EventLineProps) {
  const { event, showsAuthor, locale } = props
  const time = event.createdAt > 0 && (
    <time
      dateTime={new Date(event.createdAt).toISOString()}
      title={exactTime(event.createdAt, locale)}
    >
      {clockTime(event.createdAt, locale)}
    </time>
  )
  if (isQuiet(event)) {
    return (
      <li className="event quiet">
        <bdi>{eventText(event)}</bdi> {time}
      </li>
    )
  }
  return (
    <li
      className="event"
      data-side={props.isByCustomer ? 'customer' : 'agent'}
      data-note={event.agentsOnly}
    >
      <p className={showsAuthor ? 'event-author' : 'visually-hidden'}>
        <bdi>{props.author}</bdi>
        {event.agentsOnly && <span>{` · ${chatText().noteMark}`}</span>}
      </p>
      <div className="bubble">
        <EventContent event={event} />
      </div>
      <p className="event-time">
        {time}
        {props.isSeen && <span>{` · ${chatText().seen}`}</span>}
      </p>
    </li>
  )
})

function authorName(
  { authorId }: ChatEvent,
  users: readonly ChatUser[],
  myId: string | undefined,
): string {
  if (isSameUser(authorId, myId)) return chatText().you
  const author = findUser({ users }, authorId)
  if (author?.type === 'customer') return customerName(author)
  if (isByCustomer(authorId, { users }) || authorId === undefined) return chatText().unknownAuthor
  return truncate(agentName(author, authorId), 80)
}

function threadLabel(thread: Thread, locale: string): string {
  const text = chatText()
  if (thread.createdAt === undefined) return thread.active ? text.openThread : text.closedThread
  const time = exactTime(thread.createdAt, locale)
  return thread.active ? text.openThreadOf({ time }) : text.closedThreadOf({ time })
}
