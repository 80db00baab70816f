import * as v from 'valibot'
import { AgentChatError } from './agent-chat-error.ts'
import { type OpenedChat, toOpenedChat } from './get-chat.ts'
import { number, read, readList, text } from './wire.ts'

/** Which closed threads to look for; all that are given must hold. */
export interface ArchiveFilter {
  /** Words that occur in the thread. */
  query?: string
  /** Milliseconds since 1970; the thread began then or later. */
  from?: number
  /** Milliseconds since 1970; the thread began then or earlier. */
  to?: number
  /** At most 200. */
  groupIds?: readonly number[]
  /** E-mails; one of them took part. */
  agents?: readonly string[]
  /** One of them is on the thread. */
  tags?: readonly string[]
}

/** A first page by filter, or a further one by the id a page gave. Newest first. */
export type ListArchivesRequest =
  | {
      filter?: ArchiveFilter
      order?: 'newest-first' | 'oldest-first'
      /** 1 to 100, default 10. */
      limit?: number
    }
  | { pageId: string }

export interface ArchivePage {
  /** One entry per thread: a chat may come several times, each time with another thread. */
  chats: OpenedChat[]
  /** LiveChat's estimate of how many threads there are in all. */
  found: number
  nextPageId: string | undefined
}

/**
 * Around words that were found, in the texts of an archive. LiveChat would put HTML tags there; these two characters
 * are meant for private use, so that nobody is tempted to read a stranger's text as HTML.
 */
export const highlightStart = '\ue000'
/** Where such words end. */
export const highlightEnd = '\ue001'

export function listArchivesBody(request: ListArchivesRequest): object {
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
    ...(limit !== undefined && { limit }),
    ...(query && { highlights: { pre_tag: highlightStart, post_tag: highlightEnd } }),
  }
}

const WirePage = v.object({ chats: v.array(v.unknown()), found_chats: number, next_page_id: text })

/** @throws {AgentChatError} `invalid_response` when there is no list in it. */
export function toArchivePage(value: unknown): ArchivePage {
  const wire = read(WirePage, value)
  if (!wire) throw new AgentChatError('invalid_response', 'list_archives')
  const chats = readList(wire.chats, toOpenedChat)
  return {
    chats,
    found: Math.max(wire.found_chats ?? 0, chats.length),
    nextPageId: wire.next_page_id,
  }
}
