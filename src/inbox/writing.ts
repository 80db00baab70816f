import type { Push } from '../agent-chat/live-feed/index.ts'
import type { InboxChat } from './inbox-chat.ts'

/** Somebody who is typing. */
export interface Typing {
  authorId: string
  /** Whether only agents may know. */
  agentsOnly: boolean
  /** When it ends unless it is told again, in milliseconds since 1970. */
  until: number
}

/** What a customer has written and not sent. Never to be stored. */
export interface SneakPeek {
  authorId: string
  text: string
}

/** What is being written in a chat. */
export interface Writing {
  typing: readonly Typing[]
  sneakPeek: SneakPeek | undefined
}

/** Milliseconds after which nobody types who is not said to go on. */
const typingLasts = 10_000

const nobody: Writing = { typing: [], sneakPeek: undefined }

/** What is being written in a chat after a push about it; undefined: nothing. */
export function writingAfter(
  writing: Writing = nobody,
  push: Push,
  chat: InboxChat | undefined,
  now: number,
): Writing | undefined {
  const next = afterPush(writing, push, chat, now)
  return next.typing.length > 0 || next.sneakPeek ? next : undefined
}

function afterPush(
  writing: Writing,
  push: Push,
  chat: InboxChat | undefined,
  now: number,
): Writing {
  const { typing, sneakPeek } = writing
  switch (push.type) {
    case 'incoming_typing_indicator': {
      const { authorId, agentsOnly, isTyping } = push
      const others = typing.filter((one) => one.authorId !== authorId)
      if (!isTyping || !isOpenThread(chat, push.threadId)) return { typing: others, sneakPeek }
      return { typing: [...others, { authorId, agentsOnly, until: now + typingLasts }], sneakPeek }
    }
    case 'incoming_sneak_peek': {
      const { authorId, text } = push
      const isShown = text !== '' && isOpenThread(chat, push.threadId)
      return { typing, sneakPeek: isShown ? { authorId, text } : undefined }
    }
    case 'incoming_event':
      return without(writing, push.event.authorId)
    case 'user_removed_from_chat':
      return without(writing, push.userId)
    case 'chat_deactivated':
    case 'chat_deleted':
    case 'incoming_chat':
      return nobody
    default:
      return writing
  }
}

/** Who is typing now. */
export function typingAt(writing: Writing | undefined, now: number): readonly Typing[] {
  return writing?.typing.filter(({ until }) => now < until) ?? nobody.typing
}

/** What a push tells of a thread that has been closed came late. */
function isOpenThread(chat: InboxChat | undefined, threadId: string): boolean {
  const last = chat?.lastThread
  return last === undefined || (last.id === threadId && last.active)
}

function without({ typing, sneakPeek }: Writing, authorId: string | undefined): Writing {
  return {
    typing: typing.filter((one) => one.authorId !== authorId),
    sneakPeek: sneakPeek?.authorId === authorId ? undefined : sneakPeek,
  }
}
