import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { type ChatListing, createChatList, loadedRange } from './chat-list.ts'
import { compareIn } from './chat-order.ts'
import type { InboxChat } from './inbox-chat.ts'
import { PersistentMap } from './persistent-map.ts'
import { agent, chatOf, customer, me, message, threadOf } from './testing/test-chats.ts'
import { shownTime } from './turn.ts'
import { isInView, type View } from './views.ts'

const everything = { first: undefined, last: undefined }
const listing = (show: View, more: Partial<ChatListing> = {}): ChatListing => ({
  show,
  groupId: undefined,
  order: 'newest-first',
  ...more,
})
const mapOf = (chats: readonly InboxChat[]) =>
  PersistentMap.empty<InboxChat>().with(chats.map((chat) => [chat.id, chat]))

const closed = (id: string, time: number) =>
  chatOf(id, { lastThread: threadOf('T1', { active: false }), lastEvent: message('E', time) })
const queued = (id: string, position: number, queuedAt: number, groupIds = [0]) =>
  chatOf(id, { groupIds, lastThread: threadOf('T1', { queue: { position, queuedAt } }) })
const active = (id: string, time: number) =>
  chatOf(id, {
    users: [{ ...customer, wroteAt: 1, repliedAt: 2 }, agent(me)],
    lastEvent: message('E', time),
  })
const waiting = (id: string, time: number) =>
  chatOf(id, { users: [{ ...customer, wroteAt: time }, agent(me)], lastEvent: message('E', time) })

const idsOf = (show: View, chats: InboxChat[], more: Partial<ChatListing> = {}) =>
  [...createChatList(listing(show, more), me)(mapOf(chats), everything).pages.flat()].map(
    ({ id }) => id,
  )

const chats = [
  closed('closed first', 100),
  active('active', 7_000),
  queued('second', 2, 300),
  waiting('waiting', 5_000),
  closed('closed last', 9_000),
  queued('first', 1, 900),
  waiting('wrote last', 6_000),
  queued('first elsewhere', 1, 950),
  chatOf('empty', { lastThread: undefined, users: [customer] }),
]

test('what needs the agent comes first: the queue by its numbers, then who waits, then by time', () => {
  expect(idsOf('all', chats)).toEqual([
    'first',
    'first elsewhere',
    'second',
    'wrote last',
    'waiting',
    'active',
    'closed last',
    'closed first',
    'empty',
  ])
})

test('oldest first is by the time that is shown', () => {
  const shown = idsOf('all', chats, { order: 'oldest-first' }).map((id) => {
    const chat = chats.find((one) => one.id === id)
    return chat ? (shownTime(chat) ?? 0) : -1
  })
  expect(shown).toEqual(shown.toSorted((one, other) => one - other))
})

test('each view has the chats it is named for', () => {
  const unassigned = chatOf('unassigned', {
    users: [customer],
    properties: new Map([['routing', new Map([['unassigned', true]])]]),
  })
  const all = [...chats.filter(({ lastThread }) => !lastThread?.queue), unassigned]
  expect(idsOf('mine', all)).toEqual(['wrote last', 'waiting', 'active'])
  expect(idsOf('unassigned', all)).toEqual(['unassigned'])
  expect(idsOf('queued', chats)).toEqual(['first', 'first elsewhere', 'second'])
  expect(idsOf('closed', chats)).toEqual(['closed last', 'closed first'])
  expect(idsOf('active', all)).toEqual(['wrote last', 'waiting', 'active', 'unassigned'])
})

test('a group has its chats alone', () => {
  const one = queued('theirs', 1, 1, [3])
  expect(idsOf('all', [...chats, one], { groupId: 3 })).toEqual(['theirs'])
})

const anyChat = fc
  .record({
    id: fc.constantFrom(...'abcdefghijklmnop'),
    make: fc.constantFrom(closed, active, waiting, (id: string, time: number) =>
      queued(id, (time % 3) + 1, time),
    ),
    time: fc.nat({ max: 20 }),
  })
  .map(({ id, make, time }) => make(id, time))

test('a list that follows an inbox is the list of the inbox', () => {
  const range = fc.record({
    first: fc.option(anyChat, { nil: undefined }),
    last: fc.option(anyChat, { nil: undefined }),
  })
  return checkProperty(
    fc.property(
      fc.array(fc.tuple(fc.array(fc.tuple(anyChat, fc.boolean())), range)),
      fc.constantFrom<View>('all', 'active', 'closed', 'queued'),
      fc.constantFrom<ChatListing['order']>('newest-first', 'oldest-first'),
      (all, show, order) => {
        const list = createChatList(listing(show, { order }), me)
        const compare = compareIn(order)
        let map = PersistentMap.empty<InboxChat>()
        for (const [change, { first, last }] of all) {
          map = map.with(change.map(([chat, stays]) => [chat.id, stays ? chat : undefined]))
          const expected = [...map.values()]
            .filter((chat) => isInView(show, chat, me))
            .filter((chat) => !first || compare(chat, first) >= 0)
            .filter((chat) => !last || compare(chat, last) <= 0)
            .toSorted(compare)
          const rows = list(map, { first, last })
          expect(rows.pages.flat()).toEqual(expected)
          expect(list(map, { first, last })).toBe(rows)
        }
      },
    ),
  )
})

test('a list ends where it is loaded to, whatever else is known', () => {
  const page = (all: InboxChat[], nextPageId?: string, previousPageId?: string) => ({
    chats: all,
    nextPageId,
    previousPageId,
  })
  const [new_, old, older] = [closed('new', 300), closed('old', 200), closed('older', 100)]
  const rowsIn = (show: View, pages: ReturnType<typeof page>[]) =>
    createChatList(listing(show), me)(
      mapOf([new_, old, older]),
      loadedRange(pages, listing(show)),
    ).pages.flat()
  expect(rowsIn('closed', [page([new_, old], 'next')])).toEqual([new_, old])
  expect(rowsIn('all', [page([new_, old], 'next')])).toEqual([new_, old])
  expect(rowsIn('closed', [page([new_, old])])).toEqual([new_, old, older])
  expect(rowsIn('closed', [])).toEqual([new_, old, older])
  expect(rowsIn('closed', [page([old], 'next', 'previous')])).toEqual([old])
  // A page further down may hold what was closed later.
  expect(rowsIn('closed', [page([old], 'x'), page([new_], 'next')])).toEqual([new_, old])
  expect(rowsIn('closed', [page([], 'next')])).toEqual([new_, old, older])
})

test('one that is open is listed wherever we know of it from', () => {
  const one = active('one', 1)
  const loaded = { chats: [active('other', 2)], nextPageId: 'next', previousPageId: undefined }
  const rows = createChatList(listing('active'), me)(
    mapOf([one]),
    loadedRange([loaded], listing('active')),
  )
  expect(rows.find('one')).toBe(one)
})

test('a change leaves the other pages of a long list as they are', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => closed(`${index}`, index + 1))
  const list = createChatList(listing('closed'), me)
  const map = mapOf(many)
  const before = list(map, everything).pages
  const pages = list(map.with([['500', closed('500', 501)]]), everything).pages
  expect(pages.filter((page) => !before.includes(page))).toHaveLength(1)
})

test('the same chats are cut anew when either end of what is loaded moves', () => {
  const [a, b, c, d] = [closed('a', 400), closed('b', 300), closed('c', 200), closed('d', 100)]
  const list = createChatList(listing('closed'), me)
  const map = mapOf([a, b, c, d])
  expect(list(map, { first: a, last: c }).pages.flat()).toEqual([a, b, c])
  expect(list(map, { first: b, last: c }).pages.flat()).toEqual([b, c])
  expect(list(map, { first: b, last: d }).pages.flat()).toEqual([b, c, d])
})
