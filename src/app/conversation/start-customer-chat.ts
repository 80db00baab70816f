import {
  type AgentChatClient,
  AgentChatError,
  type ListChatsRequest,
} from '../../agent-chat/index.ts'
import { isTransient } from '../../react/inbox/inbox-internal.ts'
import { describeError } from '../language/describe-error.ts'
import { conversationText } from './conversation-text.ts'

/** The result of starting a chat with a customer. */
export type Started =
  | { status: 'started'; chatId: string }
  /** The customer is already in this chat. */
  | { status: 'open-already'; chatId: string }

/**
 * Starts a chat with a customer who is in none. Never starts a second one: if no response comes, it is searched for.
 *
 * @param groupIds Who may see it.
 * @throws {Error} When there is no chat with them.
 */
export async function startCustomerChat(
  agentChat: AgentChatClient,
  customerId: string,
  groupIds: readonly number[],
): Promise<Started> {
  const open = await findOpenChat(agentChat, customerId)
  if (open !== undefined) return { status: 'open-already', chatId: open }
  try {
    const { chatId } = await agentChat.startChat({ customerId, groupIds })
    return { status: 'started', chatId }
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    if (!isTransient(error)) throw error
    const chatId = await findOpenChat(agentChat, customerId).catch(() => undefined)
    if (chatId === undefined) throw error
    return { status: 'started', chatId }
  }
}

/** Searches the open chats the agent may see; LiveChat has no filter for a customer. */
async function findOpenChat(
  agentChat: AgentChatClient,
  customerId: string,
): Promise<string | undefined> {
  const seen = new Set<string>()
  let request: ListChatsRequest | undefined = { filter: { active: true }, limit: 100 }
  while (request) {
    const { chats, nextPageId } = await agentChat.listChats(request)
    const found = chats.find(({ users }) => users.some((user) => user.id === customerId))
    if (found) return found.id
    // A page that brings nothing new is the last, or a server that goes in circles would be asked for ever.
    const isNew = chats.some(({ id }) => !seen.has(id))
    for (const { id } of chats) seen.add(id)
    request = isNew && nextPageId !== undefined ? { pageId: nextPageId } : undefined
  }
  return undefined
}

/** Describes why a chat could not be joined or started, and what to do. */
export function describeStartError(error: Error): string {
  switch (error instanceof AgentChatError && error.code) {
    case 'limit_reached':
      return conversationText().tooManyChats
    case 'missing_access':
      return conversationText().otherGroup
    default:
      return describeError(error)
  }
}
