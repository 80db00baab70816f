import { defineAction } from './define-action.ts'

/** A tag to add to a thread or to remove from it. */
export interface TagThreadRequest {
  chatId: string
  threadId: string
  /** Case-sensitive. */
  tag: string
}

const body = ({ chatId, threadId, tag }: TagThreadRequest) => ({
  chat_id: chatId,
  thread_id: threadId,
  tag,
})

/** Adds a tag to a thread. */
export const tagThread = defineAction({ name: 'tag_thread', body })

/** Removes a tag from a thread. */
export const untagThread = defineAction({ name: 'untag_thread', body })
