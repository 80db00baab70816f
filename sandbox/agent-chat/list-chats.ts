import * as v from 'valibot'
import type { Chat } from '../inbox/chat.ts'
import type { Header } from '../inbox/header.ts'
import { groupReach, readChats } from './access.ts'
import { action, type Call } from './action.ts'
import { createPager, type Page, takePage } from './page-id.ts'
import { matchesProperties, propertyFilter } from './property-filter.ts'
import { wireLastEvents, wireThreadSummary, wireUsers } from './wire.ts'

const filters = v.object({
  active: v.nullish(v.boolean()),
  include_active: v.optional(v.boolean()),
  include_chats_without_threads: v.optional(v.boolean(), true),
  group_ids: v.optional(v.pipe(v.array(v.number()), v.maxLength(200))),
  properties: v.optional(propertyFilter),
})

const query = v.object({
  filters: v.optional(filters, {}),
  sort_order: v.optional(v.picklist(['asc', 'desc']), 'desc'),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 10),
})
type Query = v.InferOutput<typeof query>

const nextPage = v.object({
  page_id: v.string(),
  filters: v.optional(v.never('may not accompany `page_id`')),
  sort_order: v.optional(v.never('may not accompany `page_id`')),
  limit: v.optional(v.never('may not accompany `page_id`')),
})

export const listChats = action({
  scopes: readChats,
  body: v.lazy((body) => (hasPageId(body) ? nextPage : query)),
  answer(call, body) {
    const pager = createPager(
      'list_chats',
      call.inbox.organization.organizationId,
      call.world.now(),
      query,
    )
    const page: Page<Query> = 'page_id' in body ? pager.open(body.page_id) : { query: body }
    const { headers } = call.inbox
    const { sort_order, limit } = page.query
    const matches = matcherOf(page.query, call)
    const from = page.from
    const backwards = from?.towards === 'previous'
    const taken = takePage(
      backwards
        ? headers.before(from.position, sort_order)
        : headers.after(from?.position, sort_order),
      matches,
      limit,
    )
    const shown = backwards ? taken.page.toReversed() : taken.page
    const [first, last] = [shown[0], shown.at(-1)]
    const hasPrevious =
      first && (backwards ? taken.more : some(headers.before(first, sort_order), matches))
    const hasNext =
      last && (backwards ? some(headers.after(last, sort_order), matches) : taken.more)
    return {
      chats_summary: shown.flatMap(({ id }) => {
        const chat = call.inbox.read(id)
        return chat ? [wireChatSummary(chat, call)] : []
      }),
      found_chats: headers.all().filter(matches).length,
      ...(hasNext ? { next_page_id: pager.pageId('next', last, page.query) } : {}),
      ...(hasPrevious ? { previous_page_id: pager.pageId('previous', first, page.query) } : {}),
    }
  },
})

function hasPageId(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'page_id' in body
}

/** What the filters and the caller's groups leave. */
function matcherOf({ filters }: Query, call: Call): (header: Header) => boolean {
  const reach = groupReach(call.caller)
  const active =
    call.version === '3.6' ? filters.active : filters.include_active === false ? false : null
  const { include_chats_without_threads, group_ids, properties } = filters
  return (header) =>
    reach(header.groupIds) &&
    (active === null || active === undefined || header.active === active) &&
    (include_chats_without_threads || header.startedAt > 0) &&
    (!group_ids || header.groupIds.some((id) => group_ids.includes(id))) &&
    (!properties || matchesProperties(properties, header.properties))
}

function some<Item>(items: Iterable<Item>, matches: (item: Item) => boolean): boolean {
  for (const item of items) if (matches(item)) return true
  return false
}

function wireChatSummary(chat: Chat, call: Call): object {
  const last = chat.threads.at(-1)
  return {
    id: chat.id,
    users: wireUsers(chat, call.version),
    ...(last ? { last_thread_summary: wireThreadSummary(last, chat, call) } : {}),
    ...(last ? { last_event_per_type: wireLastEvents(chat, call) } : {}),
    properties: chat.properties,
    access: chat.access,
    is_followed: chat.followers.includes(call.agentId),
  }
}
