import { expect, test } from 'vitest'
import type { ChatPage } from '../agent-chat/index.ts'
import { isMissingFrom } from './missing-chat.ts'
import { chatOf, threadOf } from './testing/test-chats.ts'

const began = (id: string, createdAt: number | undefined) =>
  chatOf(id, { lastThread: threadOf('T1', { createdAt }) })

function pageOf(chats: ChatPage['chats'], more: Partial<ChatPage> = {}): ChatPage {
  return { chats, found: chats.length, nextPageId: undefined, previousPageId: undefined, ...more }
}

const before = { previousPageId: 'previous' }
const next = { nextPageId: 'next' }
const newestFirst = [began('N', 700), began('O', 300)]
const oldestFirst = newestFirst.toReversed()

test('a chat that is on the page is not missing, and any other is from the only page', () => {
  const chat = chatOf('A')
  expect(isMissingFrom(pageOf([chatOf('B'), chat]), {}, chat)).toBe(false)
  expect(isMissingFrom(pageOf([chatOf('B')]), {}, chat)).toBe(true)
  expect(isMissingFrom(pageOf([]), {}, chat)).toBe(true)
  expect(isMissingFrom(pageOf([]), {}, chatOf('A', { lastThread: undefined }))).toBe(true)
})

test('no chat is missing from a page of which nobody knows what was asked for', () => {
  expect(isMissingFrom(pageOf([]), undefined, chatOf('A'))).toBe(false)
})

test('a chat is missing only where it fits what was asked for', () => {
  const page = pageOf([])
  const open = chatOf('A', { groupIds: [2, 3] })
  const closed = chatOf('A', { lastThread: threadOf('T1', { active: false }) })
  const empty = chatOf('A', { lastThread: undefined })
  expect(isMissingFrom(page, { active: true }, open)).toBe(true)
  expect(isMissingFrom(page, { active: false }, open)).toBe(false)
  expect(isMissingFrom(page, { active: true }, closed)).toBe(false)
  expect(isMissingFrom(page, { active: false }, closed)).toBe(true)
  expect(isMissingFrom(page, { active: true }, empty)).toBe(false)
  expect(isMissingFrom(page, { active: false }, empty)).toBe(true)
  expect(isMissingFrom(page, { groupIds: [1, 3] }, open)).toBe(true)
  expect(isMissingFrom(page, { groupIds: [1] }, open)).toBe(false)
  const unassigned = chatOf('A', {
    properties: new Map([['routing', new Map([['unassigned', true]])]]),
  })
  expect(isMissingFrom(page, { unassigned: true }, unassigned)).toBe(true)
  expect(isMissingFrom(page, { unassigned: false }, unassigned)).toBe(false)
  expect(isMissingFrom(page, { unassigned: true }, open)).toBe(false)
  expect(isMissingFrom(page, { unassigned: false }, open)).toBe(true)
})

test.each([
  ['the first of several, newest first', newestFirst, next, [300, 900], [301, 500, 900]],
  ['the last, newest first', newestFirst, before, [700, 900], [100, 699]],
  [
    'one between, newest first',
    newestFirst,
    { ...before, ...next },
    [100, 300, 700, 900],
    [301, 699],
  ],
  ['the first of several, oldest first', oldestFirst, next, [700, 900], [100, 699]],
  ['the last, oldest first', oldestFirst, before, [100, 300], [301, 900]],
  [
    'one between, oldest first',
    oldestFirst,
    { ...before, ...next },
    [100, 300, 700, 900],
    [301, 699],
  ],
])('a page reaches over some times only: %s', (_, chats, more, outside, within) => {
  const isMissing = (time: number) => isMissingFrom(pageOf(chats, more), {}, began('A', time))
  expect([...outside, ...within].filter(isMissing)).toEqual(
    [...outside, ...within].filter((time) => within.includes(time)),
  )
})

test('a page with neighbours tells nothing where a time is not known', () => {
  const chat = began('A', 500)
  expect(isMissingFrom(pageOf([], next), {}, chat)).toBe(false)
  expect(isMissingFrom(pageOf(newestFirst, next), {}, began('A', undefined))).toBe(false)
  expect(isMissingFrom(pageOf([began('N', undefined), began('O', 300)], next), {}, chat)).toBe(
    false,
  )
  expect(isMissingFrom(pageOf([began('N', 700), began('O', undefined)], next), {}, chat)).toBe(
    false,
  )
  const unread = chatOf('N', { lastThread: undefined })
  expect(isMissingFrom(pageOf([unread, began('O', 300)], before), {}, chat)).toBe(false)
  expect(isMissingFrom(pageOf([began('N', 700), unread], before), {}, chat)).toBe(false)
})

test('a page of chats that began at once counts as newest first', () => {
  const page = pageOf([began('N', 500), began('O', 500)], next)
  expect(isMissingFrom(page, {}, began('A', 501))).toBe(true)
  expect(isMissingFrom(page, {}, began('A', 499))).toBe(false)
})
