/** Where a chat is open. */
export function chatPath(chatId: string): string {
  return `/chats/${encodeURIComponent(chatId)}`
}
