import * as v from 'valibot'
import type { ArchivedThread } from '../inbox/archive.ts'
import type { Chat, Thread } from '../model/chat.ts'
import { formerAgent } from '../sample-data/make-chat.ts'
import { action, type Call } from './action.ts'
import {
  type ArchiveFilters,
  archiveFilters,
  looksInside,
  matchesThread,
} from './archive-filters.ts'
import { groupReach, readChats } from './group-access.ts'
import { highlight, type Tags, wordsOf } from './highlight.ts'
import { continued, firstOrLater, laterPage, limitOf, readPage, sortOrder } from './paging.ts'
import { wireArchivedChat } from './serialize.ts'
import { isWithin } from './time-range.ts'
import { matchesValueFilter } from './value-filter.ts'

const highlights = v.pipe(
  v.object({ pre_tag: v.optional(v.string()), post_tag: v.optional(v.string()) }),
  v.check(
    ({ pre_tag, post_tag }) => (pre_tag === undefined) === (post_tag === undefined),
    '`pre_tag` and `post_tag` go together',
  ),
  v.transform(({ pre_tag = '<em>', post_tag = '</em>' }): Tags => ({ pre_tag, post_tag })),
)

const filters = v.pipe(
  archiveFilters,
  v.check(
    ({ thread_ids, ...others }) =>
      thread_ids === undefined || Object.values(others).every((one) => one === undefined),
    '`thread_ids` excludes every other filter',
  ),
)

const query = v.object({
  filters: v.optional(filters, {}),
  sort_order: sortOrder,
  limit: limitOf(10),
  highlights: v.optional(highlights),
})

/** Lists closed threads; a chat with several appears several times. */
export const listArchives = action({
  scopes: readChats,
  body: firstOrLater(query, v.object(laterPage)),
  answer(call, body) {
    const { inbox, world } = call
    const archive = inbox.archive()
    const scope = {
      action: 'list_archives',
      resource: inbox.organization.organizationId,
      now: world.now(),
    }
    const { query: asked, start } = continued(scope, body, query)
    const matchesEntry = entryMatcher(asked.filters, call)
    const mayMatch = plannedMatcher(asked.filters, call)
    const fits = (entry: ArchivedThread) => matchesEntry(entry) && mayMatch(entry)
    const matchesInside = threadMatcher(asked.filters, call)
    const { page, neighbours } = readPage({
      scope,
      index: archive.threads,
      matches: (entry) => fits(entry) && matchesInside(entry),
      query: asked,
      start,
      isFull: (page) => page.length === (asked.filters.thread_ids?.length ?? asked.limit),
    })
    const words = wordsOf(asked.filters.query ?? '')
    const marked = (thread: Thread) =>
      asked.highlights ? highlight(thread, words, asked.highlights) : thread
    return {
      chats: page.flatMap((entry) => {
        const opened = open(entry, call)
        return opened ? [wireArchivedChat(opened.chat, opened.thread, call, marked)] : []
      }),
      found_chats: estimate(archive.threads.all().filter(fits), matchesInside),
      ...neighbours,
    }
  },
})

/** Filters that the archive's entries decide, so that fewer chats are opened. */
function entryMatcher(asked: ArchiveFilters, call: Call): (entry: ArchivedThread) => boolean {
  const reach = groupReach(call.caller)
  const within = isWithin(asked)
  const chats = asked.chat_ids && new Set(asked.chat_ids)
  const threads = asked.thread_ids && new Set(asked.thread_ids)
  const groups = asked.group_ids && new Set(asked.group_ids)
  return ({ id, chatId, groupIds, startedAt }) =>
    reach(groupIds) &&
    within(startedAt) &&
    (!chats || chats.has(chatId)) &&
    (!threads || threads.has(id)) &&
    (!groups || groupIds.some((groupId) => groups.has(groupId)))
}

/** Rules out planned threads without opening their chats; `threadMatcher` would rule out all of them, too. */
function plannedMatcher(
  { query, agents, tags, customer_id, customer_email }: ArchiveFilters,
  { inbox }: Call,
): (entry: ArchivedThread) => boolean {
  const { emailOf, mayContain } = inbox.archive().prefilter
  const hasWords = mayContain(wordsOf(query ?? ''))
  const people = [...inbox.agents.map(({ account }) => account.email), formerAgent]
  const isNobodys = agents?.values?.every((id) => !people.includes(id))
  const customersChats = customer_id === undefined ? undefined : inbox.chatsOf(customer_id)
  return ({ chatId, planned }) =>
    planned === undefined ||
    (!isNobodys &&
      (!customersChats || customersChats.includes(chatId)) &&
      matchesValueFilter(tags, planned.outline.script.tags) &&
      (customer_email === undefined || customer_email === emailOf(planned)) &&
      hasWords(planned))
}

/** Filters that open a chat, which decides for all of its threads at once. */
function threadMatcher(asked: ArchiveFilters, call: Call): (entry: ArchivedThread) => boolean {
  if (!looksInside(asked)) return () => true
  const verdicts = new Map<string, boolean>()
  return (entry) => {
    if (!verdicts.has(entry.id)) {
      const chat = call.inbox.read(entry.chatId)
      for (const thread of chat?.threads ?? []) {
        verdicts.set(thread.id, chat !== undefined && matchesThread(asked, chat, thread))
      }
    }
    return verdicts.get(entry.id) ?? false
  }
}

const countable = 2000
const sampleSize = 1000

/** Counts matches: exactly up to two thousand threads, by an even sample beyond. */
function estimate(
  entries: readonly ArchivedThread[],
  matchesInside: (entry: ArchivedThread) => boolean,
): number {
  const step = entries.length > countable ? entries.length / sampleSize : 1
  let found = 0
  for (let at = 0; at < entries.length; at += step) {
    const entry = entries[Math.floor(at)]
    if (entry && matchesInside(entry)) found++
  }
  return Math.min(entries.length, Math.round(found * step))
}

function open(entry: ArchivedThread, call: Call): { chat: Chat; thread: Thread } | undefined {
  const chat = call.inbox.read(entry.chatId)
  const thread = chat?.threads.find(({ id }) => id === entry.id)
  return chat && thread && { chat, thread }
}
