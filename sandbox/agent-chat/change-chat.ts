import { activeThread } from '../inbox/chat-mutations.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { Cause } from '../inbox/inbox-change.ts'
import type { AgentUser, Chat, Thread } from '../model/chat.ts'
import type { Call } from './action.ts'
import { ApiError } from './api-error.ts'
import { requireReach } from './group-access.ts'

export function findChat(inbox: Inbox, chatId: string): Chat {
  const chat = inbox.read(chatId)
  if (!chat) throw new ApiError('not_found', 'Chat not found')
  return chat
}

export function findThread(chat: Chat, threadId: string): Thread {
  const thread = chat.threads.find((one) => one.id === threadId)
  if (!thread) throw new ApiError('not_found', 'Thread not found')
  return thread
}

/** Changes a chat that the caller's groups may write to; nothing changes when `write` throws. */
export function changeChat<Result>(
  call: Call,
  chatId: string,
  write: (chat: Chat) => Result,
  right: 'ro' | 'rw' = 'rw',
  cause: Cause = call.cause,
): Result {
  requireReach(call.caller, findChat(call.inbox, chatId).access.group_ids, right)
  return call.inbox.change(chatId, write, cause)
}

export function requireActive(chat: Chat): Thread {
  const thread = activeThread(chat)
  if (!thread) throw new ApiError('chat_inactive')
  return thread
}

export function requirePresence(call: Call, chat: Chat): AgentUser {
  const user = chat.agents.find(({ id, present }) => present && id === call.agentId)
  if (!user) throw new ApiError('authorization', 'Requester is not user of the chat')
  return user
}

/** The active thread of a chat the caller is in, to show something there that nobody keeps. */
export function requireOwnThread(call: Call, chatId: string): Thread {
  const chat = findChat(call.inbox, chatId)
  requireReach(call.caller, chat.access.group_ids, 'rw')
  const thread = requireActive(chat)
  requirePresence(call, chat)
  return thread
}

export function findAgent(inbox: Inbox, agentId: string) {
  const agent = inbox.agents.find(({ account }) => account.email === agentId)
  if (!agent) throw new ApiError('not_found', `Agent not found: ${agentId}`)
  return agent
}

export function agentReaches(
  agent: ReturnType<typeof findAgent>,
  groupIds: readonly number[],
): boolean {
  return groupIds.some((id) => id === 0 || agent.membership.groupIds.includes(id))
}

const concurrentChats = 20

/** An agent handles at most twenty chats at once (docs/protocol.md 8.7). */
export function requireCapacity(inbox: Inbox, agentId: string): void {
  if (inbox.load(agentId) < concurrentChats) return
  throw new ApiError('limit_reached', 'Concurrent chats limit reached')
}

export function accepts(inbox: Inbox, agentId: string): boolean {
  return inbox.routingStatus(agentId) === 'accepting_chats'
}
