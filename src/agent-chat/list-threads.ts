import * as v from 'valibot'
import { defineAction } from './define-action.ts'
import { readThread, type Thread } from './thread.ts'
import { number, pageId, read, readList } from './wire.ts'

/** The first page of a chat's threads, or a further one by the id the previous page gave. */
export type ListThreadsRequest = { chatId: string } & (
  | {
      /** The page has as many threads as it takes to reach this many events: 1 to 100. */
      minEvents?: number
    }
  | { pageId: string }
)

/** One page of a chat's threads, newest first. */
export interface ThreadPage {
  threads: Thread[]
  /** How many threads the chat has. */
  found: number
  /** Absent on the last page. */
  nextPageId: string | undefined
}

const WirePage = v.object({
  threads: v.array(v.unknown()),
  found_threads: number,
  next_page_id: pageId,
})

/** Lists the threads of a chat, newest first. */
export const listThreads = defineAction({
  name: 'list_threads',
  body: listThreadsBody,
  read: readThreadPage,
})

function listThreadsBody(request: ListThreadsRequest): object {
  if ('pageId' in request) return { chat_id: request.chatId, page_id: request.pageId }
  return { chat_id: request.chatId, min_events_count: request.minEvents }
}

function readThreadPage(value: unknown): ThreadPage | undefined {
  const wire = read(WirePage, value)
  if (!wire) return undefined
  const threads = readList(wire.threads, readThread)
  return {
    threads,
    found: Math.max(wire.found_threads ?? 0, threads.length),
    nextPageId: wire.next_page_id,
  }
}
