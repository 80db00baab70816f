import * as v from 'valibot'
import { AgentChatError } from './agent-chat-error.ts'
import { type ChatUser, type Properties, toProperties, toUser } from './chat.ts'
import { type CustomerDetails, toCustomerDetails } from './customer-details.ts'
import { type Thread, toThread } from './thread.ts'
import { anything, flag, maybe, read, readList } from './wire.ts'

export interface GetChatRequest {
  chatId: string
  /** Absent: the latest. */
  threadId?: string
}

/** A chat opened: its people, and one of its threads. */
export interface OpenedChat {
  id: string
  users: ChatUser[]
  customer: CustomerDetails | undefined
  /** Absent when nobody ever wrote. */
  thread: Thread | undefined
  properties: Properties
  groupIds: number[]
  isFollowed: boolean
}

const WireChat = v.object({
  id: v.string(),
  users: anything,
  thread: anything,
  properties: anything,
  access: maybe(v.object({ group_ids: v.fallback(v.array(v.number()), []) })),
  is_followed: flag,
})

export function getChatBody({ chatId, threadId }: GetChatRequest): object {
  return { chat_id: chatId, ...(threadId !== undefined && { thread_id: threadId }) }
}

/** @throws {AgentChatError} `invalid_response` when it is no chat. */
export function toGotChat(value: unknown): OpenedChat {
  const chat = toOpenedChat(value)
  if (!chat) throw new AgentChatError('invalid_response', 'get_chat')
  return chat
}

/** @returns undefined when it has no id. */
export function toOpenedChat(value: unknown): OpenedChat | undefined {
  const wire = read(WireChat, value)
  if (!wire) return undefined
  return {
    id: wire.id,
    users: readList(wire.users, toUser),
    customer: readList(wire.users, toCustomerDetails)[0],
    thread: toThread(wire.thread),
    properties: toProperties(wire.properties),
    groupIds: wire.access?.group_ids ?? [],
    isFollowed: wire.is_followed ?? false,
  }
}
