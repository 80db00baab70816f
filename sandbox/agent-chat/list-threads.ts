import * as v from 'valibot'
import { createOrderedIndex } from '../inbox/ordered-index.ts'
import type { Chat } from '../model/chat.ts'
import { fromWireTime } from '../model/wire-time.ts'
import { action, type Call } from './action.ts'
import { ApiError } from './api-error.ts'
import { findChat } from './change-chat.ts'
import { groupReach, readChats } from './group-access.ts'
import { continued, firstOrLater, laterPage, limitOf, readPage, sortOrder } from './paging.ts'
import { wireThread } from './serialize.ts'
import { isWithin, wireTime } from './time-range.ts'

const chat_id = v.string()
const filters = v.object({ from: v.optional(wireTime), to: v.optional(wireTime) })

const byLimit = v.object({
  chat_id,
  sort_order: sortOrder,
  limit: limitOf(3),
  filters: v.optional(filters, {}),
  min_events_count: v.optional(v.undefined()),
})

const byEvents = v.object({
  chat_id,
  sort_order: sortOrder,
  min_events_count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  limit: v.optional(v.never('may not accompany `min_events_count`')),
  filters: v.optional(v.never('may not accompany `min_events_count`')),
})

const query = v.lazy((body) =>
  typeof body === 'object' && body !== null && 'min_events_count' in body ? byEvents : byLimit,
)

export const listThreads = action({
  scopes: readChats,
  body: firstOrLater(query, v.object({ ...laterPage, chat_id })),
  answer(call, body) {
    const chat = findChat(call.inbox, body.chat_id)
    const scope = { action: 'list_threads', resource: chat.id, now: call.world.now() }
    const { query: asked, start } = continued(scope, body, query)
    const within = isWithin(asked.filters ?? {})
    const found = reachable(chat, call)
      .map((thread) => ({ id: thread.id, startedAt: fromWireTime(thread.created_at), thread }))
      .filter(({ startedAt }) => within(startedAt))
    const { page, neighbours } = readPage({
      scope,
      index: createOrderedIndex(found),
      matches: () => true,
      query: asked,
      start,
      isFull: (page) =>
        asked.min_events_count !== undefined
          ? page.reduce((sum, { thread }) => sum + thread.events.length, 0) >=
            asked.min_events_count
          : page.length === asked.limit,
    })
    return {
      threads: page.map(({ thread }) => wireThread(thread, chat, call)),
      found_threads: found.length,
      ...neighbours,
    }
  },
})

/** The threads the caller can see; throws when there is nothing they can see. */
function reachable(chat: Chat, call: Call) {
  const reach = groupReach(call.caller)
  const threads = chat.threads.filter(({ access }) => reach(access.group_ids))
  if (threads.length === 0 && !reach(chat.access.group_ids)) throw new ApiError('missing_access')
  return threads
}
