import { memo } from 'react'
import type { Chat } from '../agent-chat/index.ts'
import { Avatar } from './avatar.tsx'
import { lastWords } from './chat-words.ts'
import { cut } from './cut.ts'
import { customerName, customerOf, isAnonymous } from './people.ts'
import { isUnread, lastActivity, standingOf } from './standing.ts'
import { exactTime, shortTime } from './times.ts'

const tagsShown = 3

export interface ChatRowProps {
  chat: Chat
  /** The signed-in agent's e-mail, when known. */
  myId: string | undefined
  now: number
  locale: string
}

/** One chat at a glance. Names and texts are strangers': shown as text, isolated from ours. */
export const ChatRow = memo(function ChatRow({ chat, myId, now, locale }: ChatRowProps) {
  const customer = customerOf(chat)
  const name = customerName(customer)
  const unread = isUnread(chat, myId)
  const standing = standingOf(chat)
  const words = lastWords(chat, myId)
  const time = lastActivity(chat)
  const tags = [...new Set(chat.lastThread?.tags)]
  return (
    <li className="chat-row" data-unread={unread}>
      <Avatar
        id={customer?.id ?? chat.id}
        name={isAnonymous(customer) ? undefined : name}
        url={customer?.avatarUrl}
      />
      <div className="chat-who">
        <bdi className="chat-name">{name}</bdi>
        {unread && <span className="visually-hidden">, unread</span>}
      </div>
      <div className="chat-time">
        {time !== undefined && (
          <time dateTime={new Date(time).toISOString()} title={exactTime(time, locale)}>
            {shortTime(time, now, locale)}
          </time>
        )}
      </div>
      <p className="chat-words" data-note={words.author?.startsWith('Note')}>
        {words.author && (
          <span className="chat-author">
            <bdi>{words.author}</bdi>:{' '}
          </span>
        )}
        <bdi className="chat-text">{words.text}</bdi>
      </p>
      <div className="chat-marks">
        {tags.slice(0, tagsShown).map((tag) => (
          <bdi key={tag} className="tag">
            {cut(tag, 40)}
          </bdi>
        ))}
        {tags.length > tagsShown && <span className="tag">{`+${tags.length - tagsShown}`}</span>}
        <span className="standing" data-kind={standing.kind}>
          {standing.words}
        </span>
      </div>
    </li>
  )
})
