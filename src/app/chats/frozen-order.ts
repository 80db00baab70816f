import type { Chat } from '../../agent-chat/index.ts'

/**
 * The chats in the order they had before: their content is new, but none is added, removed or moved. Only further pages
 * are added, below or above. A list without any of them is another list, and returned unchanged.
 *
 * @param frozen   The chats as they stood when the order was taken.
 * @param hadAbove There were pages above them, so that what comes there is no news.
 */
export function inFrozenOrder(
  frozen: readonly Chat[],
  now: readonly Chat[],
  hadAbove: boolean,
): Chat[] {
  const news = new Map(now.map((chat) => [chat.id, chat]))
  const known = new Set(frozen.map((chat) => chat.id))
  if (!now.some((chat) => known.has(chat.id))) return [...now]
  const isFurther = (chat: Chat) => !known.has(chat.id)
  const start = now.findIndex((chat) => chat.id === frozen[0]?.id)
  const end = now.findLastIndex((chat) => chat.id === frozen.at(-1)?.id)
  const above = hadAbove && start !== -1 ? now.slice(0, start).filter(isFurther) : []
  const below = end === -1 ? [] : now.slice(end + 1).filter(isFurther)
  return [...above, ...frozen.map((chat) => news.get(chat.id) ?? chat), ...below]
}
