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
