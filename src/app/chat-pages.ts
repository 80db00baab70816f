import type { Chat, ChatPage } from '../agent-chat/index.ts'

/** Each chat once: between two pages a chat can move, and then comes twice. Its place is the first, its news the last. */
export function chatsOf(pages: readonly ChatPage[]): Chat[] {
  return [...new Map(pages.flatMap((page) => page.chats.map((chat) => [chat.id, chat]))).values()]
}

/** How many chats there are: the newest estimate, but never fewer than one can see. */
export function foundIn(pages: readonly ChatPage[], shown: number): number {
  return Math.max(pages.at(-1)?.found ?? 0, shown)
}
