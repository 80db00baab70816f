import { expect, test } from 'vitest'
import type { Push } from '../agent-chat/live-feed/index.ts'
import { chatOf, me, message, threadOf } from './testing/test-chats.ts'
import { typingAt, type Writing, writingAfter } from './writing.ts'

const inThread = { chatId: 'Q1', threadId: 'T1' }
const types = (authorId: string, isTyping = true, threadId = 'T1'): Push => ({
  type: 'incoming_typing_indicator',
  chatId: 'Q1',
  threadId,
  authorId,
  isTyping,
  agentsOnly: false,
})
const peek = (text: string): Push => ({
  type: 'incoming_sneak_peek',
  ...inThread,
  authorId: 'C1',
  text,
})
const says = (authorId: string): Push => ({
  type: 'incoming_event',
  ...inThread,
  event: message('T1_1', 1, { authorId }),
})
const after = (...pushes: Push[]) =>
  pushes.reduce<Writing | undefined>(
    (writing, push) => writingAfter(writing, push, chatOf('Q1'), 1_000),
    undefined,
  )

test('an agent types until they stop, send, leave, or ten seconds have passed', () => {
  const writing = after(types('smith@example.com'))
  expect(typingAt(writing, 10_999)).toEqual([
    { authorId: 'smith@example.com', agentsOnly: false, until: 11_000 },
  ])
  expect(typingAt(writing, 11_000)).toEqual([])
  expect(after(types('smith@example.com'), types('smith@example.com', false))).toBeUndefined()
  expect(after(types('smith@example.com'), says('smith@example.com'))).toBeUndefined()
  const leave: Push = {
    type: 'user_removed_from_chat',
    ...inThread,
    userId: 'smith@example.com',
    requesterId: undefined,
  }
  expect(after(types('smith@example.com'), leave)).toBeUndefined()
})

test('several may type, and what one of them sends is not the others’ end', () => {
  const writing = after(types('smith@example.com'), types(me), says(me))
  expect(writing?.typing.map(({ authorId }) => authorId)).toEqual(['smith@example.com'])
})

test('what a customer writes is seen until they clear or send it', () => {
  expect(after(peek('Hel'), peek('Hello'))?.sneakPeek).toEqual({ authorId: 'C1', text: 'Hello' })
  expect(after(peek('Hello'), peek(''))).toBeUndefined()
  expect(after(peek('Hello'), says('C1'))).toBeUndefined()
  expect(after(peek('Hello'), says(me))?.sneakPeek?.text).toBe('Hello')
})

test('nobody writes in a chat that is closed, whatever comes late', () => {
  const close: Push = { type: 'chat_deactivated', ...inThread, userId: undefined }
  expect(after(types(me), peek('Hello'), close)).toBeUndefined()
  const { lastThread } = chatOf('Q1')
  const closed = chatOf('Q1', { lastThread: lastThread && { ...lastThread, active: false } })
  expect(writingAfter(undefined, peek('Hello'), closed, 1)).toBeUndefined()
  expect(writingAfter(undefined, types(me, true, 'T0'), chatOf('Q1'), 1)).toBeUndefined()
})

test('a chat nobody has loaded may be typed in, and other pushes change nothing', () => {
  const writing = writingAfter(undefined, peek('Hello'), undefined, 1)
  expect(writing?.sneakPeek?.text).toBe('Hello')
  const tag: Push = { type: 'thread_tagged', ...inThread, tag: 'vip' }
  expect(writingAfter(writing, tag, chatOf('Q1'), 1)).toBe(writing)
})

test('one who leaves types no more, and a chat that goes or comes has nobody typing', () => {
  const both = after(types(me), peek('Hello'))
  const leave: Push = {
    type: 'user_removed_from_chat',
    ...inThread,
    userId: me,
    requesterId: undefined,
  }
  expect(writingAfter(both, leave, chatOf('Q1'), 1)).toEqual({
    typing: [],
    sneakPeek: both?.sneakPeek,
  })
  const { id, users, properties, groupIds, isFollowed } = chatOf('Q1')
  const comes: Push = {
    type: 'incoming_chat',
    chat: {
      id,
      users,
      customer: undefined,
      thread: threadOf('T1'),
      properties,
      groupIds,
      isFollowed,
    },
    requesterId: undefined,
    transferredFrom: undefined,
  }
  expect(writingAfter(both, comes, chatOf('Q1'), 1)).toBeUndefined()
  expect(writingAfter(both, { type: 'chat_deleted', chatId: 'Q1' }, undefined, 1)).toBeUndefined()
  expect(typingAt(undefined, 1)).toEqual([])
})
