import { expect, test } from 'vitest'
import type { Chat, ChatPage } from '../agent-chat/index.ts'
import { chatsOf, foundIn, withFreshHead } from './chat-pages.ts'

const chat = (id: string): Chat => ({
  id,
  users: [],
  lastThread: undefined,
  lastEvent: undefined,
  restricted: undefined,
  groupIds: [],
  isFollowed: false,
  properties: new Map(),
})
const page = (found: number, ...ids: string[]): ChatPage => ({
  chats: ids.map(chat),
  found,
  nextPageId: undefined,
  previousPageId: undefined,
})

test('a chat that moved from one page to the next is shown once: where it came first, as it is last', () => {
  const first = page(3, 'A', 'B')
  const second = page(3, 'B', 'C')
  const chats = chatsOf([first, second])
  expect(chats.map(({ id }) => id)).toEqual(['A', 'B', 'C'])
  expect(chats[1]).toBe(second.chats[0])
})

test('the count is the newest one, and never less than what is shown', () => {
  expect(foundIn([page(250, 'A'), page(251, 'B')], 2)).toBe(251)
  expect(foundIn([page(1, 'A'), page(1, 'B')], 2)).toBe(2)
  expect(foundIn([], 0)).toBe(0)
})

const withNext = (from: ChatPage): ChatPage => ({ ...from, nextPageId: 'next' })
const ids = (pages: readonly ChatPage[]) => chatsOf(pages).map(({ id }) => id)
const loaded = {
  pages: [withNext(page(6, 'A', 'B')), withNext(page(6, 'C', 'D'))],
  pageParams: [undefined, 'p'],
}

test('a fresh beginning puts new chats first and keeps the rest', () => {
  const { pages, pageParams } = withFreshHead(loaded, withNext(page(8, 'X', 'A', 'B')))
  expect(ids(pages)).toEqual(['X', 'A', 'B', 'C', 'D'])
  expect(pageParams).toEqual([undefined, 'p'])
  expect(pages.at(-1)).toMatchObject({ found: 8, nextPageId: 'next' })
})

test('a chat that a fresh beginning leaves out is gone, one it does not reach is not', () => {
  expect(ids(withFreshHead(loaded, withNext(page(5, 'A', 'C'))).pages)).toEqual(['A', 'C', 'D'])
  expect(ids(withFreshHead(loaded, withNext(page(7, 'X', 'A'))).pages)).toEqual([
    'X',
    'A',
    'B',
    'C',
    'D',
  ])
})

test('a chat that moved up is at its new place alone, with its news', () => {
  const head = withNext(page(6, 'D', 'A'))
  const { pages } = withFreshHead(loaded, head)
  expect(ids(pages)).toEqual(['D', 'A', 'B', 'C'])
  expect(chatsOf(pages)[0]).toBe(head.chats[0])
})

test('a beginning that knows none of the old chats, or is the whole list, replaces it', () => {
  expect(ids(withFreshHead(loaded, withNext(page(9, 'X', 'Y'))).pages)).toEqual(['X', 'Y'])
  expect(ids(withFreshHead(loaded, page(1, 'B')).pages)).toEqual(['B'])
})
