import type { ChatUser } from '../../agent-chat/index.ts'
import { isMe } from '../chat/participants.ts'

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
  { thread, users }: Pick<AnswerableChat, 'thread' | 'users'>,
  myId: string | undefined,
): ReplyState {
  if (!thread) return 'not-started'
  if (!thread.active) return 'closed'
  if (myId === undefined) return 'joined'
  const joined = users.some((user) => user.type === 'agent' && user.present && isMe(user, myId))
  return joined ? 'joined' : 'not-joined'
}
