import type { Chat } from '../agent-chat/index.ts'

/**
 * The chats in an order they had before: what is said of them is new, but none comes, goes or moves.
 *
 * @param held The chats as they stood when the order was taken.
 */
export function inHeldOrder(held: readonly Chat[], now: readonly Chat[]): Chat[] {
  const news = new Map(now.map((chat) => [chat.id, chat]))
  const last = held.at(-1)
  // Further pages are below what the agent points at, so they may come.
  const end = now.findLastIndex((chat) => chat.id === last?.id)
  const known = new Set(held.map((chat) => chat.id))
  const further = end === -1 ? [] : now.slice(end + 1).filter((chat) => !known.has(chat.id))
  return [...held.map((chat) => news.get(chat.id) ?? chat), ...further]
}
