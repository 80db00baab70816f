import * as v from 'valibot'
import { type ChatDetails, readChatDetails } from './chat-details.ts'
import { defineAction } from './define-action.ts'
import { number, pageId, read, readList } from './wire.ts'

/** Which closed threads to search for; a thread must meet every condition given. */
export interface ArchiveFilter {
  /** Words to find in the thread. */
  query?: string
  /** Threads that began at this time or later, in milliseconds since 1970. */
  from?: number
  /** Threads that began at this time or earlier, in milliseconds since 1970. */
  to?: number
  /** Threads of these groups, at most 200. */
  groupIds?: readonly number[]
  /** Threads in which one of these agents took part, by email. */
  agents?: readonly string[]
  /** Threads with one of these tags. */
  tags?: readonly string[]
}

/** The first page of a search, or a further one by the id the previous page gave. */
export type ListArchivesRequest =
  | {
      filter?: ArchiveFilter
      /** Default `newest-first`. */
      order?: 'newest-first' | 'oldest-first'
      /** Threads a page: 1 to 100, default 10. */
      limit?: number
    }
  | { pageId: string }

/** One page of a search of the archives. */
export interface ArchivePage {
  /** One entry per thread, so a chat may appear several times, each time with another thread. */
  chats: ChatDetails[]
  /** LiveChat's estimate of how many threads there are in all. */
  found: number
  /** Absent on the last page. */
  nextPageId: string | undefined
}

/**
 * Marks the start of words a search found, in the text of a thread.
 *
 * By default LiveChat puts HTML tags there. These private-use characters keep anybody from reading what a customer
 * wrote as HTML.
 */
export const highlightStart = '\ue000'
/** Marks the end of words a search found. */
export const highlightEnd = '\ue001'

const WirePage = v.object({
  chats: v.array(v.unknown()),
  found_chats: number,
  next_page_id: pageId,
})

/** Searches closed threads, newest first. */
export const listArchives = defineAction({
  name: 'list_archives',
  body: listArchivesBody,
  read: readArchivePage,
})

function listArchivesBody(request: ListArchivesRequest = {}): object {
  if ('pageId' in request) return { page_id: request.pageId }
  const { filter = {}, order, limit } = request
  const { query, from, to, groupIds, agents, tags } = filter
  const filters = {
    ...(query && { query }),
    ...(from !== undefined && { from: new Date(from).toISOString() }),
    ...(to !== undefined && { to: new Date(to).toISOString() }),
    ...(groupIds?.length && { group_ids: groupIds }),
    ...(agents?.length && { agents: { values: agents } }),
    ...(tags?.length && { tags: { values: tags } }),
  }
  return {
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(order && { sort_order: order === 'oldest-first' ? 'asc' : 'desc' }),
    limit,
    ...(query && { highlights: { pre_tag: highlightStart, post_tag: highlightEnd } }),
  }
}

function readArchivePage(value: unknown): ArchivePage | undefined {
  const wire = read(WirePage, value)
  if (!wire) return undefined
  const chats = readList(wire.chats, readChatDetails)
  return {
    chats,
    found: Math.max(wire.found_chats ?? 0, chats.length),
    nextPageId: wire.next_page_id,
  }
}
