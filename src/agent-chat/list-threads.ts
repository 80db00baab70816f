import * as v from 'valibot'
import { AgentChatError } from './agent-chat-error.ts'
import { type Thread, toThread } from './thread.ts'
import { number, read, readList, text } from './wire.ts'

/** A first page, or a further one by the id a page gave. Newest thread first. */
export type ListThreadsRequest = { chatId: string } & (
  | {
      /** As many threads as it takes to have this many events: 1 to 100. */
      minEvents?: number
    }
  | { pageId: string }
)

export interface ThreadPage {
  threads: Thread[]
  found: number
  nextPageId: string | undefined
}

export function listThreadsBody(request: ListThreadsRequest): object {
  if ('pageId' in request) return { chat_id: request.chatId, page_id: request.pageId }
  return {
    chat_id: request.chatId,
    ...(request.minEvents !== undefined && { min_events_count: request.minEvents }),
  }
}

const WirePage = v.object({
  threads: v.array(v.unknown()),
  found_threads: number,
  next_page_id: text,
})

/** @throws {AgentChatError} `invalid_response` when there is no list in it. */
export function toThreadPage(value: unknown): ThreadPage {
  const wire = read(WirePage, value)
  if (!wire) throw new AgentChatError('invalid_response', 'list_threads')
  const threads = readList(wire.threads, toThread)
  return {
    threads,
    found: Math.max(wire.found_threads ?? 0, threads.length),
    nextPageId: wire.next_page_id,
  }
}
