import type { Chat, ChatPage } from '../agent-chat/index.ts'

/** Each chat once: between two pages a chat can move, and then comes twice. */
export function chatsOf(pages: readonly ChatPage[]): Chat[] {
  const byId = new Map<string, Chat>()
  for (const chat of pages.flatMap((page) => page.chats)) {
    if (!byId.has(chat.id)) byId.set(chat.id, chat)
  }
  return [...byId.values()]
}

/** How many chats there are: the newest estimate, but never fewer than one can see. */
export function foundIn(pages: readonly ChatPage[], shown: number): number {
  return Math.max(pages.at(-1)?.found ?? 0, shown)
}
