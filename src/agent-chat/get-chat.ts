import { readChatDetails } from './chat-details.ts'
import { defineAction } from './define-action.ts'

/** Which chat to get, and which of its threads. */
export interface GetChatRequest {
  chatId: string
  /** Default: the latest thread. */
  threadId?: string
}

/** Gets a chat with one of its threads. */
export const getChat = defineAction({
  name: 'get_chat',
  body: ({ chatId, threadId }: GetChatRequest) => ({
    chat_id: chatId,
    thread_id: threadId,
  }),
  read: readChatDetails,
})
