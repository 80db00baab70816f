import { expect, test } from 'vitest'
import type { Chat } from '../../agent-chat/index.ts'
import { chatStatusOf, isUnread, lastActivity, ratingComment, ratingOf } from './chat-status.ts'

const me = 'agent@example.com'
const event = {
  type: 'message',
  text: 'Hello',
  id: 'E1',
  createdAt: 2000,
  authorId: 'C1',
  customId: undefined,
  agentsOnly: false,
} as const
const thread = {
  id: 'T1',
  active: true,
  createdAt: 1000,
  queue: undefined,
  tags: [],
  properties: new Map(),
}
const seen = (seenUpTo: number | undefined) =>
  ({ type: 'agent', id: me, name: 'Ada', avatarUrl: undefined, present: true, seenUpTo }) as const
const chat: Chat = {
  id: 'Q1',
  users: [],
  lastThread: thread,
  lastEvent: event,
  restricted: undefined,
  groupIds: [],
  isFollowed: false,
  properties: new Map(),
}

test('a chat is active, queued with its place, closed, or never started', () => {
  expect(chatStatusOf(chat)).toEqual({ kind: 'active', label: 'Active' })
  expect(
    chatStatusOf({ ...chat, lastThread: { ...thread, queue: { position: 3, queuedAt: 1 } } }),
  ).toEqual({ kind: 'queued', label: '#3 in queue' })
  expect(chatStatusOf({ ...chat, lastThread: { ...thread, active: false } })).toEqual({
    kind: 'closed',
    label: 'Closed',
  })
  expect(chatStatusOf({ ...chat, lastThread: undefined })).toEqual({
    kind: 'closed',
    label: 'Not started',
  })
  expect(chatStatusOf({ ...chat, lastEvent: undefined }).label).toBe('Active')
})

test('a chat is unread when something happened after I last looked', () => {
  expect(isUnread({ ...chat, users: [seen(1999)] }, me)).toBe(true)
  expect(isUnread({ ...chat, users: [seen(undefined)] }, me)).toBe(true)
  expect(isUnread({ ...chat, users: [seen(2000)] }, me)).toBe(false)
})

test('my own messages are never unread, nor is a chat I am not in', () => {
  const mine = { ...event, authorId: 'Agent@Example.com' }
  expect(isUnread({ ...chat, users: [seen(1)], lastEvent: mine }, me)).toBe(false)
  expect(isUnread({ ...chat, users: [] }, me)).toBe(false)
  expect(isUnread({ ...chat, users: [seen(1)] }, undefined)).toBe(false)
  expect(isUnread({ ...chat, users: [{ ...customer, id: me }] }, me)).toBe(false)
})

test('without an event the time is the thread’s, and without either there is none', () => {
  expect(lastActivity(chat)).toBe(2000)
  expect(lastActivity({ ...chat, lastEvent: undefined })).toBe(1000)
  expect(lastActivity({ ...chat, lastEvent: undefined, lastThread: undefined })).toBeUndefined()
})

const customer = {
  type: 'customer',
  id: 'C1',
  name: 'Maya',
  email: undefined,
  avatarUrl: undefined,
  city: undefined,
  country: undefined,
  present: true,
  seenUpTo: undefined,
  wroteAt: undefined,
  repliedAt: undefined,
} as const

test('an open chat in which the customer spoke last needs a reply', () => {
  expect(chatStatusOf({ ...chat, users: [customer] })).toEqual({
    kind: 'waiting',
    label: 'Needs a reply',
  })
  const answered = { ...event, authorId: me }
  expect(chatStatusOf({ ...chat, users: [customer, seen(1)], lastEvent: answered }).label).toBe(
    'Active',
  )
})

test.each([
  ['an agent came in', { ...event, type: 'system_message', systemType: 'agent_joined' } as const],
  ['a note was left', { ...event, authorId: me, agentsOnly: true }],
])('a customer still needs a reply after %s', (_, since) => {
  const lastEvent = { ...since, createdAt: 3000 }
  const words = (wroteAt: number, repliedAt: number | undefined) =>
    chatStatusOf({ ...chat, users: [{ ...customer, wroteAt, repliedAt }, seen(1)], lastEvent })
      .label
  expect(words(2000, undefined)).toBe('Needs a reply')
  expect(words(2000, 1000)).toBe('Needs a reply')
  expect(words(2000, 2500)).toBe('Active')
})

test('a chat LiveChat marks as unreplied needs a reply; with equal times the last event decides', () => {
  const users = [{ ...customer, wroteAt: 2000, repliedAt: 3000 }]
  const properties = new Map([['routing', new Map([['unreplied', true]])]])
  const lastThread = { ...thread, properties }
  expect(chatStatusOf({ ...chat, users, lastThread }).label).toBe('Needs a reply')
  const both = [{ ...customer, wroteAt: 2000, repliedAt: 2000 }, seen(1)]
  const byMe = { ...event, authorId: me }
  expect(chatStatusOf({ ...chat, users: both, lastEvent: byMe }).label).toBe('Active')
  expect(chatStatusOf({ ...chat, users: both }).label).toBe('Needs a reply')
})

test('when LiveChat does not say when the customer wrote, the last event decides', () => {
  const users = [{ ...customer, repliedAt: 1000 }]
  expect(chatStatusOf({ ...chat, users }).label).toBe('Needs a reply')
})

test('a rating is described in words, anything else is not', () => {
  const rated = (score: unknown, comment?: unknown) => ({
    properties: new Map([['rating', new Map(Object.entries({ score, comment }))]]),
  })
  expect(ratingOf(rated(1))).toEqual({ kind: 'good', label: 'Rated good' })
  expect(ratingOf(rated(0))).toEqual({ kind: 'bad', label: 'Rated bad' })
  expect(ratingOf(rated('1'))).toBeUndefined()
  expect(ratingOf(chat)).toBeUndefined()
  expect(ratingComment(rated(1, 'kind'))).toBe('kind')
  expect(ratingComment(rated(1, { html: 'x' }))).toBeUndefined()
  expect(ratingComment(rated(1, ''))).toBeUndefined()
  expect(ratingComment(chat)).toBeUndefined()
})
