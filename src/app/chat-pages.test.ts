import { expect, test } from 'vitest'
import type { Chat, ChatPage } from '../agent-chat/index.ts'
import { chatsOf, foundIn } from './chat-pages.ts'

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

test('a chat that moved from one page to the next is shown once, where it came first', () => {
  const ids = chatsOf([page(3, 'A', 'B'), page(3, 'B', 'C')]).map(({ id }) => id)
  expect(ids).toEqual(['A', 'B', 'C'])
})

test('the count is the newest one, and never less than what is shown', () => {
  expect(foundIn([page(250, 'A'), page(251, 'B')], 2)).toBe(251)
  expect(foundIn([page(1, 'A'), page(1, 'B')], 2)).toBe(2)
  expect(foundIn([], 0)).toBe(0)
})
