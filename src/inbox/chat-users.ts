import type { ChatUser, Customer } from '../agent-chat/index.ts'

/** A chat, listed or opened: whatever has people in it. */
export interface WithUsers {
  users: readonly ChatUser[]
}

/** The customer of a chat. */
export function customerOf(chat: WithUsers): Customer | undefined {
  return chat.users.find((user) => user.type === 'customer')
}

/** Somebody in a chat, by their id in either case. */
export function findUser(chat: WithUsers, id: string | undefined): ChatUser | undefined {
  return chat.users.find((user) => isSameUser(user.id, id))
}

/** E-mails are agents' ids, and people write them in either case. */
export function isSameUser(id: string | undefined, otherId: string | undefined): boolean {
  return id !== undefined && id.toLowerCase() === otherId?.toLowerCase()
}

/** Whether somebody is the agent. */
export function isMe(user: { id: string } | undefined, myId: string | undefined): boolean {
  return isSameUser(user?.id, myId)
}

/** The agent among the people of a chat, who may have left it. */
export function meIn(chat: WithUsers, myId: string | undefined): ChatUser | undefined {
  return chat.users.find((user) => user.type === 'agent' && isMe(user, myId))
}

/** Whether the agent is in a chat now. */
export function isJoined(chat: WithUsers, myId: string | undefined): boolean {
  return meIn(chat, myId)?.present === true
}

/**
 * Whether the customer wrote something. Whoever is not in the chat any more is an agent or a bot, as long as the
 * customer is known; else an agent's id is an e-mail address, a customer's is not.
 */
export function isByCustomer(authorId: string | undefined, chat: WithUsers): boolean {
  const author = findUser(chat, authorId)
  if (author) return author.type === 'customer'
  return authorId !== undefined && !customerOf(chat) && !authorId.includes('@')
}
