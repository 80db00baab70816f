import * as v from 'valibot'
import type { ChatIndexEntry } from '../inbox/chat-index-entry.ts'
import { action, type Call } from './action.ts'
import { groupReach, readChats } from './group-access.ts'
import { continued, firstOrLater, laterPage, limitOf, readPage, sortOrder } from './paging.ts'
import { matchesProperties, propertyFilter } from './property-filter.ts'
import { viewerName, wireChatSummary } from './serialize.ts'

const filters = v.object({
  /** From 3.6. */
  active: v.nullish(v.boolean()),
  /** Until 3.5. */
  include_active: v.optional(v.boolean(), true),
  include_chats_without_threads: v.optional(v.boolean(), true),
  group_ids: v.optional(v.pipe(v.array(v.number()), v.maxLength(200))),
  properties: v.optional(propertyFilter),
})

const query = v.object({
  filters: v.optional(filters, {}),
  sort_order: sortOrder,
  limit: limitOf(10),
})
type Query = v.InferOutput<typeof query>

export const listChats = action({
  scopes: readChats,
  body: firstOrLater(query, v.object(laterPage)),
  answer(call, body) {
    const { inbox, world } = call
    const scope = {
      action: 'list_chats',
      resource: inbox.organization.organizationId,
      now: world.now(),
    }
    const { query: asked, start } = continued(scope, body, query)
    const matches = matcherOf(asked, call)
    const { page, neighbours } = readPage({
      scope,
      index: inbox.index,
      matches,
      query: asked,
      start,
      isFull: (page) => page.length === asked.limit,
    })
    return {
      chats_summary: page.flatMap(({ id }) => {
        const chat = inbox.read(id)
        return chat ? [wireChatSummary(chat, call)] : []
      }),
      found_chats: inbox.count(JSON.stringify([asked.filters, viewerName(call)]), matches),
      ...neighbours,
    }
  },
})

/** Filters chats by the request's filters and the caller's groups. */
function matcherOf({ filters }: Query, call: Call): (entry: ChatIndexEntry) => boolean {
  const reach = groupReach(call.caller)
  const older = filters.include_active ? undefined : false
  const active = call.version === '3.6' ? (filters.active ?? undefined) : older
  const { include_chats_without_threads, group_ids, properties } = filters
  return (entry) =>
    reach(entry.groupIds) &&
    (active === undefined || entry.active === active) &&
    (include_chats_without_threads || entry.startedAt > 0) &&
    (!group_ids || entry.groupIds.some((id) => group_ids.includes(id))) &&
    (!properties || matchesProperties(properties, entry.properties))
}
