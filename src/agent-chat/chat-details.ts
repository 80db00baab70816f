import * as v from 'valibot'
import { type ChatUser, type Properties, readProperties, readUsers, WireAccess } from './chat.ts'
import { type CustomerDetails, readCustomerDetails } from './customer-details.ts'
import { readThread, type Thread } from './thread.ts'
import { anything, flag, read, readList, readValues } from './wire.ts'

/** A chat with the people in it and one of its threads. */
export interface ChatDetails {
  id: string
  users: ChatUser[]
  customer: CustomerDetails | undefined
  /** Absent when nobody ever wrote. */
  thread: Thread | undefined
  properties: Properties
  /** The groups whose agents may see the chat. */
  groupIds: number[]
  isFollowed: boolean
}

const WireChat = v.object({
  id: v.string(),
  users: anything,
  thread: anything,
  properties: anything,
  access: WireAccess,
  is_followed: flag,
})

/**
 * Reads a chat of `get_chat` or `list_archives`.
 *
 * @returns undefined when it has no id.
 * @see https://platform.text.com/docs/messaging/agent-chat-api/data-structures#chat
 */
export function readChatDetails(value: unknown): ChatDetails | undefined {
  const wire = read(WireChat, value)
  if (!wire) return undefined
  return {
    id: wire.id,
    users: readUsers(wire.users),
    customer: readList(wire.users, readCustomerDetails)[0],
    thread: readThread(wire.thread),
    properties: readProperties(wire.properties),
    groupIds: readValues(wire.access?.group_ids, v.number()),
    isFollowed: wire.is_followed ?? false,
  }
}
