import type { Chat } from '../../agent-chat/index.ts'
import { turnOf } from '../../react/inbox/index.ts'
import { chatText } from './chat-text.ts'

/** The status of a chat: its kind, which decides the colour, and its label. */
export interface ChatStatus {
  kind: 'waiting' | 'active' | 'queued' | 'closed'
  label: string
}

/** Whose turn it is, as long as the chat is open. */
export function chatStatusOf(chat: Chat): ChatStatus {
  const turn = turnOf(chat)
  const text = chatText()
  switch (turn) {
    case 'empty':
      return { kind: 'closed', label: text.notStarted }
    case 'queued':
      return {
        kind: turn,
        label: text.inQueue({ position: chat.lastThread?.queue?.position ?? '' }),
      }
    case 'closed':
      return { kind: turn, label: text.closed }
    case 'waiting':
      return { kind: turn, label: text.needsReply }
    case 'active':
      return { kind: turn, label: text.active }
  }
}

export interface Rating {
  kind: 'good' | 'bad'
  label: string
}

/** The customer's rating. */
export function ratingOf({ properties }: Pick<Chat, 'properties'>): Rating | undefined {
  const score = properties.get('rating')?.get('score')
  if (score === 1) return { kind: 'good', label: chatText().ratedGood }
  if (score === 0) return { kind: 'bad', label: chatText().ratedBad }
  return undefined
}

/** The customer's comment with the rating. */
export function ratingComment({ properties }: Pick<Chat, 'properties'>): string | undefined {
  const comment = properties.get('rating')?.get('comment')
  return typeof comment === 'string' && comment !== '' ? comment : undefined
}
