import type { Chat, Thread } from '../inbox/chat.ts'
import type { Inbox } from '../inbox/inbox.ts'
import { ApiError } from './api-error.ts'

export function findChat(inbox: Inbox, chatId: string): Chat {
  const chat = inbox.read(chatId)
  if (!chat) throw new ApiError('not_found', 'Chat not found')
  return chat
}

export function findThread(chat: Chat, threadId: string): Thread {
  const thread = chat.threads.find((one) => one.id === threadId)
  if (!thread) throw new ApiError('not_found', 'Thread not found')
  return thread
}
