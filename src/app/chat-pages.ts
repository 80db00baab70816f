import type { Chat, ChatPage } from '../agent-chat/index.ts'

/** Pages as they were loaded, and the ids they were loaded by. */
export interface ChatPages {
  pages: ChatPage[]
  pageParams: (string | undefined)[]
}

/** Each chat once: between two pages a chat can move, and then comes twice. Its place is the first, its news the last. */
export function chatsOf(pages: readonly ChatPage[]): Chat[] {
  return [...new Map(pages.flatMap((page) => page.chats.map((chat) => [chat.id, chat]))).values()]
}

/** How many chats there are: the newest estimate, but never fewer than one can see. */
export function foundIn(pages: readonly ChatPage[], shown: number): number {
  return Math.max(pages.at(-1)?.found ?? 0, shown)
}

/**
 * The list with its beginning asked for anew.
 *
 * Chats move to the top only, so the last chat of the new beginning that was known tells how far it reaches into the
 * old list: whatever is missing up to there is gone; what follows stays. When that chat is none, or itself came from
 * far below, the new beginning is all we know.
 */
export function withFreshHead(old: ChatPages, head: ChatPage): ChatPages {
  const known = new Map(chatsOf(old.pages).map((chat, index) => [chat.id, index]))
  const last = head.chats.findLast((chat) => known.has(chat.id))
  const reach = last && known.get(last.id)
  if (reach === undefined || reach > 2 * head.chats.length || head.nextPageId === undefined) {
    return { pages: [head], pageParams: [undefined] }
  }
  const fresh = new Set(head.chats.map((chat) => chat.id))
  const stays = ({ id }: Chat) => !fresh.has(id) && (known.get(id) ?? 0) > reach
  const pages = old.pages.map((page, index) => ({
    ...page,
    chats: [...(index === 0 ? head.chats : []), ...page.chats.filter(stays)],
    found: head.found,
  }))
  return { pages, pageParams: old.pageParams }
}
