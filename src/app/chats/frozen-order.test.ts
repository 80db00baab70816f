import { expect, test } from 'vitest'
import { readChat } from '../../agent-chat/chat.ts'
import { inFrozenOrder } from './frozen-order.ts'

function chats(...ids: string[]) {
  return ids.map((id) => {
    const [name = '', followed] = id.split('!')
    const chat = readChat({ id: name, is_followed: followed !== undefined })
    if (!chat) throw new Error('no chat')
    return chat
  })
}

const shown = (list: ReturnType<typeof chats>) =>
  list.map((chat) => (chat.isFollowed ? `${chat.id}!` : chat.id))

test('while frozen, no chat is added, removed or moved, but rows update', () => {
  const held = inFrozenOrder(chats('a', 'b', 'c'), chats('new', 'c!', 'a'), false)
  expect(shown(held)).toEqual(['a', 'b', 'c!'])
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
  expect(shown(inFrozenOrder(held, chats('new', 'a', 'b', 'c', 'd'), false))).toEqual([
    'a',
    'b',
    'c',
    'd',
  ])
})

test('another list is shown at once', () => {
  expect(shown(inFrozenOrder(chats('x', 'y'), chats('a', 'b'), true))).toEqual(['a', 'b'])
})
