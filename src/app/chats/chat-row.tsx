import { memo } from 'react'
import { Link } from 'react-router'
import type { Chat } from '../../agent-chat/index.ts'
import { isEmpty, isUnread, shownTime, useDraft, useTyping } from '../../react/inbox/index.ts'
import { chatPath } from '../chat/chat-path.ts'
import { chatStatusOf, ratingOf } from '../chat/chat-status.ts'
import { type Preview, previewOf } from '../chat/event-text.ts'
import {
  agentName,
  customerName,
  customerOf,
  findUser,
  isAnonymous,
  isMe,
} from '../chat/participants.ts'
import { RelativeTime } from '../chat/relative-time.tsx'
import { useClosingStatus } from '../closing/closing-context.tsx'
import { truncate } from '../lib/truncate.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { chatsText } from './chats-text.ts'

const tagsShown = 2

export interface ChatRowProps {
  chat: Chat
  /** The signed-in agent's e-mail, when known. */
  myId: string | undefined
  now: number
  locale: string
  /** The query of the list's address, so that opening a chat keeps it. */
  search: string
  /** Pixels from the top of the list. */
  offset: number
  /** From 1. */
  position: number
  /** Of all rows, also those that are not drawn; -1: unknown. */
  count: number
  /** The one row that Tab reaches. */
  isCurrent: boolean
  isOpen: boolean
  /** It has just come to the top. */
  isNew: boolean
  onFocus: (chatId: string) => void
}

/** A row of the list. Names and texts are written by others: shown as text, isolated from ours. */
export const ChatRow = memo(function ChatRow(props: ChatRowProps) {
  const { chat, myId, now, locale } = props
  const text = chatsText()
  const customer = customerOf(chat)
  const name = customerName(customer)
  const unread = isUnread(chat, myId)
  const closing = useClosingStatus(chat.id)
  const status =
    closing && closing !== 'failed'
      ? ({ kind: 'closed', label: text.closing } as const)
      : chatStatusOf(chat)
  const hasDraft = !useDraft(chat.id, isEmpty) && !props.isOpen
  const rating = ratingOf(chat)
  const writing = useWritingPreview(chat)
  const preview = writing ?? previewOf(chat, myId)
  const time = shownTime(chat)
  const tags = chat.lastThread?.tags ?? []
  const agents = handlersOf(chat, myId)
  return (
    <li
      className="chat-item"
      data-new={props.isNew}
      style={{ transform: `translateY(${props.offset}px)` }}
      aria-setsize={props.count}
      aria-posinset={props.position}
    >
      <Link
        className="chat-row"
        to={{ pathname: chatPath(chat.id), search: props.search }}
        tabIndex={props.isCurrent ? 0 : -1}
        data-current={props.isCurrent}
        data-unread={unread}
        aria-current={props.isOpen}
        onFocus={() => props.onFocus(chat.id)}
      >
        <Avatar
          id={customer?.id ?? chat.id}
          name={isAnonymous(customer) ? undefined : name}
          url={customer?.avatarUrl}
        />
        <div className="chat-who">
          <bdi className="chat-name">{name}</bdi>
          {unread && <span className="visually-hidden">{`, ${text.unread}`}</span>}
        </div>
        <RelativeTime at={time} now={now} locale={locale} />
        <p className="chat-preview" data-note={preview.isNote} data-unsent={writing !== undefined}>
          {preview.author && (
            <span className="chat-author">
              <bdi>{preview.author}</bdi>:{' '}
            </span>
          )}
          <bdi className="chat-text">{preview.text}</bdi>
        </p>
        <div className="chat-badges">
          <Badge kind={status.kind}>{status.label}</Badge>
          {hasDraft && <Badge kind="draft">{text.draft}</Badge>}
          {rating && <Badge kind={rating.kind}>{rating.label}</Badge>}
          {tags.slice(0, tagsShown).map((tag) => (
            <Badge key={tag} kind="tag">
              <bdi>{truncate(tag, 40)}</bdi>
            </Badge>
          ))}
          {tags.length > tagsShown && <Badge kind="tag">{`+${tags.length - tagsShown}`}</Badge>}
          {agents && (
            <span className="chat-agents">
              <span className="visually-hidden">{`${text.handledBy} `}</span>
              <bdi>{agents}</bdi>
            </span>
          )}
        </div>
      </Link>
    </li>
  )
})

/** What is being written, as the preview of a row; undefined: nothing. */
function useWritingPreview(chat: Chat): Preview | undefined {
  const { sneakPeek, typing } = useTyping(chat.id)
  const text = chatsText()
  if (sneakPeek) return { author: text.typing, isNote: false, text: truncate(sneakPeek.text, 200) }
  const [first] = typing
  if (!first) return undefined
  const name = agentName(findUser(chat, first.authorId), first.authorId)
  return { author: undefined, isNote: false, text: text.isTyping({ name }) }
}

/** Which agents have the chat, as long as it is open: 'You', 'Jamie Jones', 'You +1'. */
function handlersOf(chat: Chat, myId: string | undefined): string {
  if (!chat.lastThread?.active) return ''
  const [first, ...others] = chat.users
    .flatMap((user) => (user.type === 'agent' && user.present ? [user] : []))
    .sort((one, other) => Number(isMe(other, myId)) - Number(isMe(one, myId)))
  if (!first) return ''
  const name = isMe(first, myId) ? chatsText().you : truncate(agentName(first, first.id), 40)
  return others.length > 0 ? `${name} +${others.length}` : name
}
