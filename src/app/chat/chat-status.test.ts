import { expect, test } from 'vitest'
import { agent, chatOf, customer, me, message, threadOf } from '../../inbox/testing/test-chats.ts'
import { chatStatusOf, ratingComment, ratingOf } from './chat-status.ts'

const event = message('E1', 2000)
const thread = threadOf('T1')
const chat = chatOf('Q1', { users: [], lastEvent: event })

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

test('an open chat in which the customer spoke last needs a reply', () => {
  expect(chatStatusOf({ ...chat, users: [customer] })).toEqual({
    kind: 'waiting',
    label: 'Needs a reply',
  })
  const answered = { ...event, authorId: me }
  expect(
    chatStatusOf({ ...chat, users: [customer, agent(me, { seenUpTo: 1 })], lastEvent: answered })
      .label,
  ).toBe('Active')
})

test.each([
  ['an agent came in', { ...event, type: 'system_message', systemType: 'agent_joined' } as const],
  ['a note was left', { ...event, authorId: me, agentsOnly: true }],
])('a customer still needs a reply after %s', (_, since) => {
  const lastEvent = { ...since, createdAt: 3000 }
  const words = (wroteAt: number, repliedAt: number | undefined) =>
    chatStatusOf({
      ...chat,
      users: [{ ...customer, wroteAt, repliedAt }, agent(me, { seenUpTo: 1 })],
      lastEvent,
    }).label
  expect(words(2000, undefined)).toBe('Needs a reply')
  expect(words(2000, 1000)).toBe('Needs a reply')
  expect(words(2000, 2500)).toBe('Active')
})

test('a chat LiveChat marks as unreplied needs a reply; with equal times the last event decides', () => {
  const users = [{ ...customer, wroteAt: 2000, repliedAt: 3000 }]
  const properties = new Map([['routing', new Map([['unreplied', true]])]])
  const lastThread = { ...thread, properties }
  expect(chatStatusOf({ ...chat, users, lastThread }).label).toBe('Needs a reply')
  const both = [{ ...customer, wroteAt: 2000, repliedAt: 2000 }, agent(me, { seenUpTo: 1 })]
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
