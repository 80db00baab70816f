import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import type { Chat } from '../../agent-chat/chat.ts'
import { readChat } from '../../agent-chat/chat.ts'
import { type ChatRows, rowsOf } from '../../inbox/index.ts'
import { chatOf, threadOf } from '../../inbox/testing/test-chats.ts'
import { inFrozenOrder } from './frozen-order.ts'

function chats(...ids: string[]) {
  const page = ids.map((id) => {
    const [name = '', followed] = id.split('!')
    const chat = readChat({ id: name, is_followed: followed !== undefined })
    if (!chat) throw new Error('no chat')
    return chat
  })
  return rowsOf([page])
}

const shown = ({ shown: rows }: { shown: ChatRows }) =>
  rows.pages.flat().map((chat) => (chat.isFollowed ? `${chat.id}!` : chat.id))

test('while frozen, no chat is added, removed or moved, but rows update', () => {
  const held = inFrozenOrder(chats('a', 'b', 'c'), chats('new', 'c!', 'a'), false)
  expect(shown(held)).toEqual(['a', 'b', 'c!'])
})

test('while frozen, a chat that has left the list is as it is now', () => {
  const [elsewhere] = chats('b!').pages.flat()
  const find = (chatId: string) => (chatId === 'b' ? elsewhere : undefined)
  const held = inFrozenOrder(chats('a', 'b', 'c'), chats('a', 'c'), false, find)
  expect(shown(held)).toEqual(['a', 'b!', 'c'])
})

test('while frozen, further pages are added below', () => {
  expect(shown(inFrozenOrder(chats('a', 'b'), chats('new', 'a', 'b', 'c', 'd'), false))).toEqual([
    'a',
    'b',
    'c',
    'd',
  ])
})

test('pages above the starting point are added too, and frozen from then on', () => {
  const held = inFrozenOrder(chats('c', 'd'), chats('a', 'b', 'c', 'd'), true)
  expect(shown(held)).toEqual(['a', 'b', 'c', 'd'])
  expect(shown(inFrozenOrder(held.shown, chats('new', 'a', 'b', 'c', 'd'), false))).toEqual([
    'a',
    'b',
    'c',
    'd',
  ])
})

test('so is what a further page holds that belongs between the others, and what is new is not', () => {
  const began = (createdAt: number) => (id: string) =>
    chatOf(id, { lastThread: threadOf('T1', { createdAt }) })
  const [before, long, fresh] = [began(500)('a'), began(100)('long'), began(900)('new')]
  const last = began(400)('b')
  const held = inFrozenOrder(rowsOf([[before, last]]), rowsOf([[before, long, fresh, last]]), false)
  expect(shown(held)).toEqual(['a', 'b', 'long'])
  expect(held.newCount).toBe(1)
})

test('another list is shown at once', () => {
  expect(shown(inFrozenOrder(chats('x', 'y'), chats('a', 'b'), true))).toEqual(['a', 'b'])
})

test('a chat that came in between is not shown', () => {
  const now = chats('a', 'b', 'new', 'c', 'd')
  expect(shown(inFrozenOrder(chats('a', 'b', 'c'), now, false))).toEqual(['a', 'b', 'c', 'd'])
})

test('what has moved while frozen is shown once, in its old place', () => {
  const now = chats('a', 'd', 'c', 'e')
  expect(shown(inFrozenOrder(chats('c', 'd'), now, true))).toEqual(['a', 'c', 'd', 'e'])
  expect(shown(inFrozenOrder(chats('c'), now, true))).toEqual(['a', 'd', 'c', 'e'])
  expect(shown(inFrozenOrder(chats('c'), chats('b', 'c'), true))).toEqual(['b', 'c'])
  expect(shown(inFrozenOrder(chats('c', 'd'), chats('c', 'd', 'e'), true))).toEqual(['c', 'd', 'e'])
})

test('where the chat at an end is gone, nothing is added there', () => {
  const now = chats('x', 'b', 'y')
  expect(shown(inFrozenOrder(chats('a', 'b'), now, true))).toEqual(['a', 'b', 'y'])
  expect(shown(inFrozenOrder(chats('b', 'c'), now, true))).toEqual(['x', 'b', 'c'])
})

test('what comes above pages that did not change is news', () => {
  const { pages } = chats('a', 'b')
  const held = inFrozenOrder(rowsOf(pages), rowsOf([...chats('x', 'y').pages, ...pages]), false)
  expect(shown(held)).toEqual(['a', 'b'])
  expect(held.newCount).toBe(2)
})

test('only chats above the last one shown count as new', () => {
  const count = (frozen: ChatRows, now: ChatRows) => inFrozenOrder(frozen, now, false).newCount
  expect(count(chats('a', 'b'), chats('x', 'a', 'y', 'b'))).toBe(2)
  expect(count(chats('a', 'b'), chats('x', 'b', 'a', 'c'))).toBe(1)
  expect(count(chats('a', 'b'), chats('a', 'b', 'c'))).toBe(0)
  expect(count(chats('a'), chats('x'))).toBe(0)
})

test('pages that did not change are taken as they are, without a look at their chats', () => {
  const [page] = chats('c', 'd', 'e').pages
  let reads = 0
  const unread = new Proxy(page ?? [], {
    get: (target, name, receiver) => {
      if (name !== 'length') reads += 1
      return Reflect.get(target, name, receiver)
    },
  })
  const frozen = rowsOf([...chats('a', 'b').pages, unread, ...chats('f').pages])
  const now = rowsOf([...chats('x', 'b!', 'a').pages, unread, ...chats('f', 'g').pages])
  // The ids of a page are read once.
  now.ids.indexOf('none')
  reads = 0
  const held = inFrozenOrder(frozen, now, false)
  expect(reads).toBe(0)
  expect(held.shown.pages[1]).toBe(unread)
  expect(held.newCount).toBe(1)
  expect(held.shown.length).toBe(7)
})

test('what is frozen page by page is what it would be chat by chat', () => {
  const letters = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 })
  const cut = (ids: readonly string[], at: readonly number[]) =>
    [0, ...at].map((from, index) => ids.slice(from, at[index] ?? ids.length))
  const cuts = fc
    .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }))
    .map(([one, other]) => [one, other].toSorted((a, b) => a - b))
  const pages = new Map<string, readonly Chat[]>()
  const rows = (ids: readonly string[], at: readonly number[]) =>
    rowsOf(
      cut(ids, at).map((part) => {
        const page = pages.get(part.join()) ?? chats(...part).pages.flat()
        pages.set(part.join(), page)
        return page
      }),
    )
  return checkProperty(
    fc.property(letters, letters, cuts, cuts, fc.boolean(), (before, after, one, other, above) => {
      const held = inFrozenOrder(rows(before, one), rows(after, other), above)
      const plain = chatByChat(before, after, above)
      expect([held.shown.pages.flat().map(({ id }) => id), held.newCount]).toEqual(plain)
    }),
    500,
  )
})

function chatByChat(
  before: readonly string[],
  after: readonly string[],
  hadAbove: boolean,
): [string[], number] {
  if (!after.some((id) => before.includes(id))) return [[...after], 0]
  const start = after.indexOf(before[0] ?? '')
  const end = after.indexOf(before.at(-1) ?? '')
  const isFurther = (id: string) => !before.includes(id)
  const above = hadAbove && start !== -1 ? after.slice(0, start).filter(isFurther) : []
  const below = end === -1 ? [] : after.slice(end + 1).filter(isFurther)
  const shown = [...above, ...before, ...below]
  const last = after.findLastIndex((id) => shown.includes(id))
  return [shown, after.slice(0, Math.max(last, 0)).filter((id) => !shown.includes(id)).length]
}
