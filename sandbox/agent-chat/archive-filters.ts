import * as v from 'valibot'
import type { Chat, ChatEvent, Thread } from '../model/chat.ts'
import { fromWireTime } from '../model/wire-time.ts'
import { containsWords, textsOf, wordsOf } from './highlight.ts'
import { matchesProperties, propertyFilter } from './property-filter.ts'
import { isWithin, wireTime } from './time-range.ts'
import { matchesValueFilter, matchesValues, type ValueFilter, valueFilter } from './value-filter.ts'

const ids = (most: number) => v.pipe(v.array(v.string()), v.maxLength(most))
const groups = v.object({
  values: v.optional(v.array(v.number())),
  exclude_values: v.optional(v.array(v.number())),
})
const timeRange = { from: v.optional(wireTime), to: v.optional(wireTime) }

const form = v.object({
  ...timeRange,
  type: v.optional(v.picklist(['pre_chat', 'post_chat'])),
  exists: v.optional(v.boolean()),
  values: v.optional(v.array(v.string())),
  exclude_values: v.optional(v.array(v.string())),
  groups: v.optional(groups),
})

const agentType = v.picklist(['human', 'chatbot', 'ai_agent'])

/** The filters of `list_archives` (docs/protocol.md 8.6). */
export const archiveFilters = v.object({
  ...timeRange,
  query: v.optional(v.string()),
  chat_ids: v.optional(ids(1000)),
  thread_ids: v.optional(ids(20)),
  group_ids: v.optional(v.pipe(v.array(v.number()), v.maxLength(200))),
  properties: v.optional(propertyFilter),
  agents: v.optional(valueFilter),
  tags: v.optional(valueFilter),
  sales: v.optional(valueFilter),
  goals: v.optional(valueFilter),
  customer_countries: v.optional(valueFilter),
  event_types: v.optional(valueFilter),
  forms: v.optional(v.array(form)),
  greetings: v.optional(v.object({ ...form.entries, values: v.optional(v.array(v.number())) })),
  agent_response: v.optional(
    v.object({
      exists: v.optional(v.boolean()),
      first: v.optional(v.boolean()),
      agents: v.optional(valueFilter),
      groups: v.optional(groups),
    }),
  ),
  agent_types: v.optional(
    v.object({
      all_values: v.optional(v.array(agentType)),
      any_values: v.optional(v.array(agentType)),
      exclude_values: v.optional(v.array(agentType)),
    }),
  ),
  customer_id: v.optional(v.string()),
  customer_email: v.optional(v.string()),
})
export type ArchiveFilters = v.InferOutput<typeof archiveFilters>

/** Whether any filter needs more than a thread's entry in the archive. */
export function looksInside(filters: ArchiveFilters): boolean {
  const { from: _, to: __, chat_ids: ___, thread_ids: ____, group_ids: _____, ...inner } = filters
  return Object.values(inner).some((one) => one !== undefined)
}

/** The filters that need the thread itself. */
export function matchesThread(filters: ArchiveFilters, chat: Chat, thread: Thread): boolean {
  const agents = thread.user_ids.filter((id) => id.includes('@'))
  const hidden = thread.restricted_access !== undefined
  const events = hidden ? [] : thread.events
  const country = thread.customer_visit?.geolocation.country_code
  const visit = chat.customer?.visit?.geolocation.country_code
  return (
    (filters.properties === undefined ||
      matchesProperties(filters.properties, thread.properties)) &&
    matchesValueFilter(filters.agents, agents) &&
    matchesValueFilter(filters.tags, thread.tags ?? []) &&
    matchesValueFilter(filters.sales, []) &&
    matchesValueFilter(filters.goals, []) &&
    matchesValueFilter(
      filters.customer_countries,
      [country ?? visit].filter((one) => one !== undefined),
    ) &&
    matchesValueFilter(filters.event_types, [...new Set(events.map(({ type }) => type))]) &&
    (filters.forms ?? []).every((one) => matchesForm(one, thread, events)) &&
    matchesGreeting(filters.greetings) &&
    matchesResponse(filters.agent_response, agents, thread, events) &&
    matchesAgentTypes(filters.agent_types, agents) &&
    (filters.customer_id === undefined || filters.customer_id === chat.customer?.id) &&
    (filters.customer_email === undefined || filters.customer_email === chat.customer?.email) &&
    (filters.query === undefined ||
      containsWords(
        [chat.customer?.name ?? '', chat.customer?.email ?? '', ...events.flatMap(textsOf)],
        wordsOf(filters.query),
      ))
  )
}

function matchesForm(
  filter: v.InferOutput<typeof form>,
  thread: Thread,
  events: ChatEvent[],
): boolean {
  const within = isWithin(filter)
  const wanted = filter.type?.replace('_', '')
  const found = events.flatMap((event) =>
    event.type === 'filled_form' &&
    (wanted === undefined || event.form_type === wanted) &&
    within(fromWireTime(event.created_at))
      ? [event]
      : [],
  )
  if (filter.exists !== undefined && filter.exists !== found.length > 0) return false
  const answers = found.flatMap(({ fields }) =>
    fields.flatMap(({ answer, answers = [] }) =>
      [answer, ...answers].flatMap((one) => (typeof one === 'object' ? [one.id] : [])),
    ),
  )
  return (
    matchesValues({ values: filter.values, exclude_values: filter.exclude_values }, answers) &&
    matchesValues(filter.groups ?? {}, thread.access.group_ids)
  )
}

/** The sandbox sends no greetings. */
function matchesGreeting(filter: ArchiveFilters['greetings']): boolean {
  return filter === undefined || !(filter.exists || filter.values)
}

function matchesResponse(
  filter: ArchiveFilters['agent_response'],
  agents: string[],
  thread: Thread,
  events: ChatEvent[],
): boolean {
  if (!filter) return true
  const responses = events.flatMap(({ author_id, visibility }) =>
    author_id !== undefined && agents.includes(author_id) && visibility === 'all'
      ? [author_id]
      : [],
  )
  const authors: string[] = filter.first ? responses.slice(0, 1) : responses
  const byAgent: ValueFilter | undefined = filter.agents
  return (
    (filter.exists === undefined || filter.exists === authors.length > 0) &&
    matchesValueFilter(byAgent, authors) &&
    matchesValues(filter.groups ?? {}, thread.access.group_ids)
  )
}

/** Every agent here is human. */
function matchesAgentTypes(filter: ArchiveFilters['agent_types'], agents: string[]): boolean {
  if (!filter) return true
  const types = agents.length > 0 ? ['human'] : []
  return (
    (filter.all_values ?? []).every((type) => types.includes(type)) &&
    (filter.any_values === undefined || filter.any_values.some((type) => types.includes(type))) &&
    !(filter.exclude_values ?? []).some((type) => types.includes(type))
  )
}
