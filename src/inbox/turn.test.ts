import { expect, test } from 'vitest'
import { agent, chatOf, customer, me, message } from './testing/test-chats.ts'
import { isUnread, shownTime } from './turn.ts'

const event = message('E1', 2000)
const chat = chatOf('Q1', { users: [], lastEvent: event })

test('a chat is unread when something happened after I last looked', () => {
  expect(isUnread({ ...chat, users: [agent(me, { seenUpTo: 1999 })] }, me)).toBe(true)
  expect(isUnread({ ...chat, users: [agent(me, { seenUpTo: undefined })] }, me)).toBe(true)
  expect(isUnread({ ...chat, users: [agent(me, { seenUpTo: 2000 })] }, me)).toBe(false)
})

test('my own messages are never unread, nor is a chat I am not in', () => {
  const mine = { ...event, authorId: 'Agent@Example.com' }
  expect(isUnread({ ...chat, users: [agent(me, { seenUpTo: 1 })], lastEvent: mine }, me)).toBe(
    false,
  )
  expect(isUnread({ ...chat, users: [] }, me)).toBe(false)
  expect(isUnread({ ...chat, users: [agent(me, { seenUpTo: 1 })] }, undefined)).toBe(false)
  expect(isUnread({ ...chat, users: [{ ...customer, id: me }] }, me)).toBe(false)
})

test('without an event the time is the thread’s, and without either there is none', () => {
  expect(shownTime(chat)).toBe(2000)
  expect(shownTime({ ...chat, lastEvent: undefined })).toBe(1000)
  expect(shownTime({ ...chat, lastEvent: undefined, lastThread: undefined })).toBeUndefined()
})
