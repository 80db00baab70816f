import * as v from 'valibot'
import { AgentChatError } from './agent-chat-error.ts'
import { type Chat, toChat } from './chat.ts'
import { number, read, readList, text } from './wire.ts'

/** Which chats to list. */
export interface ChatFilter {
  /** `true`: with an open thread; `false`: without; absent: both. */
  active?: boolean
  /** Default true. */
  includeChatsWithoutThreads?: boolean
  /** At most 200. */
  groupIds?: readonly number[]
  /** `routing.unassigned` of the chat: nobody has taken it. */
  unassigned?: boolean
}

/** A first page by filter, or a further one by the id a page gave. */
export type ListChatsRequest =
  | {
      filter?: ChatFilter
      order?: 'newest-first' | 'oldest-first' /** 1 to 100, default 10. */
      limit?: number
    }
  | { pageId: string }

export interface ChatPage {
  chats: Chat[]
  /** LiveChat's estimate of how many chats there are in all. */
  found: number
  nextPageId: string | undefined
  previousPageId: string | undefined
}

/** Filters may not accompany a `page_id`: the server remembers them. */
export function listChatsBody(request: ListChatsRequest): Record<string, unknown> {
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
    ...(limit !== undefined && { limit }),
  }
}

/** A chat that never waited has no such property, so the opposite is everything but `true`. */
function unassignedIs(unassigned: boolean): object {
  return {
    routing: { unassigned: unassigned ? { values: [true] } : { exclude_values: [true] } },
  }
}

const WirePage = v.object({
  chats_summary: v.array(v.unknown()),
  found_chats: number,
  next_page_id: text,
  previous_page_id: text,
})

/** @throws {AgentChatError} `invalid_response` when there is no list in it. */
export function toChatPage(value: unknown): ChatPage {
  const wire = read(WirePage, value)
  if (!wire) throw new AgentChatError('invalid_response', 'list_chats')
  const chats = readList(wire.chats_summary, toChat)
  return {
    chats,
    found: Math.max(wire.found_chats ?? 0, chats.length),
    nextPageId: wire.next_page_id,
    previousPageId: wire.previous_page_id,
  }
}
