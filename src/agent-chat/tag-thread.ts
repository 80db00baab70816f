/** A tag put on a thread, or taken off. */
export interface TagThreadRequest {
  chatId: string
  threadId: string
  /** Case matters. */
  tag: string
}

export function tagThreadBody({ chatId, threadId, tag }: TagThreadRequest): object {
  return { chat_id: chatId, thread_id: threadId, tag }
}
