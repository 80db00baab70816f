import type { ChatUser } from '../../agent-chat/index.ts'
import { isJoined } from '../../react/inbox/index.ts'

/** The part of a chat that decides how to answer it; the list has it before the chat has loaded. */
export interface AnswerableChat {
  id: string
  users: ChatUser[]
  /** Absent when nobody ever wrote. */
  thread: { active: boolean } | undefined
  groupIds: number[]
}

/** What an agent can do to answer. */
export type ReplyState =
  /** Nobody ever wrote. */
  | 'not-started'
  | 'closed'
  /** Others are in it, or nobody. */
  | 'not-joined'
  | 'joined'

/** How the agent can answer. One whose name is unknown counts as joined; LiveChat refuses if not. */
export function replyStateOf(
  chat: Pick<AnswerableChat, 'thread' | 'users'>,
  myId: string | undefined,
): ReplyState {
  if (!chat.thread) return 'not-started'
  if (!chat.thread.active) return 'closed'
  if (myId === undefined) return 'joined'
  return isJoined(chat, myId) ? 'joined' : 'not-joined'
}
