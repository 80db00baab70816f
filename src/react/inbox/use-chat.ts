import type { InboxChat } from '../../inbox/index.ts'
import { useInbox } from './inbox-provider.tsx'

/**
 * Gets a chat as far as a list shows it, of those that are known; rendered again when something of it changes, and for no
 * other chat.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useChat(chatId: string): InboxChat | undefined {
  return useInbox(({ chats }) => chats.get(chatId))
}
