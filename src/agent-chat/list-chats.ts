import * as v from 'valibot'
import { type Chat, readChat } from './chat.ts'
import { defineAction } from './define-action.ts'
import type { Memory } from './memory.ts'
import { number, pageId, read, readUnique } from './wire.ts'

/** Which chats to list. */
export interface ChatFilter {
  /** `true`: chats with an open thread; `false`: chats without; default: both. */
  active?: boolean
  /** Whether to list chats in which nobody ever wrote; default true. */
  includeChatsWithoutThreads?: boolean
  /** Chats of these groups, at most 200. */
  groupIds?: readonly number[]
  /** `true`: chats no agent has taken (`routing.unassigned`); `false`: all others; default: both. */
  unassigned?: boolean
}

/** The first page of a list, or a further one by the id another page gave. */
export type ListChatsRequest =
  | {
      filter?: ChatFilter
      /** Default `newest-first`. */
      order?: 'newest-first' | 'oldest-first'
      /** Chats a page: 1 to 100, default 10. */
      limit?: number
    }
  | { pageId: string }

/** One page of a list of chats. */
export interface ChatPage {
  chats: Chat[]
  /** LiveChat's estimate of how many chats there are in all. */
  found: number
  /** Absent on the last page. */
  nextPageId: string | undefined
  /** Absent on the first page. */
  previousPageId: string | undefined
}

const WirePage = v.object({
  chats_summary: v.array(v.unknown()),
  found_chats: number,
  next_page_id: pageId,
  previous_page_id: pageId,
})

/** Lists chats, newest first. */
export const listChats = defineAction({
  name: 'list_chats',
  body: listChatsBody,
  read: readChatPage,
})

/** Filters may not accompany a `page_id`: the server remembers them. */
function listChatsBody(request: ListChatsRequest = {}): object {
  if ('pageId' in request) return { page_id: request.pageId }
  const { filter = {}, order, limit } = request
  const filters = {
    ...(filter.active !== undefined && { active: filter.active }),
    ...(filter.includeChatsWithoutThreads !== undefined && {
      include_chats_without_threads: filter.includeChatsWithoutThreads,
    }),
    ...(filter.groupIds && { group_ids: filter.groupIds }),
    ...(filter.unassigned !== undefined && { properties: unassignedIs(filter.unassigned) }),
  }
  return {
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(order && { sort_order: order === 'oldest-first' ? 'asc' : 'desc' }),
    limit,
  }
}

/** A chat that never waited has no such property, so the opposite is everything but `true`. */
function unassignedIs(unassigned: boolean): object {
  return {
    routing: { unassigned: unassigned ? { values: [true] } : { exclude_values: [true] } },
  }
}

function readChatPage(value: unknown, memory: Memory): ChatPage | undefined {
  const wire = read(WirePage, value)
  if (!wire) return undefined
  const chats = readUnique(
    wire.chats_summary,
    (one) => memory.recall('chat', one, () => readChat(one)),
    ({ id }) => id,
  )
  return {
    chats,
    found: Math.max(wire.found_chats ?? 0, chats.length),
    nextPageId: wire.next_page_id,
    previousPageId: wire.previous_page_id,
  }
}
