import { expect, test } from 'vitest'
import type { ChatEvent, Thread } from '../agent-chat/index.ts'
import type { Push } from '../agent-chat/live-feed/index.ts'
import { agent, customer, me, message, threadOf } from './testing/test-chats.ts'
import {
  eventAfter,
  isAfter,
  loadedThreadAfter,
  newestEvent,
  threadAfter,
  withEvents,
  withoutProperties,
  withProperties,
} from './thread-after.ts'

const inThread = { chatId: 'A', threadId: 'T1' }
const queue = { position: 2, queuedAt: 500 }
const queued = threadOf('T1', { queue })
const closed = threadOf('T1', { active: false, queue })
const idsOf = (events: readonly ChatEvent[]) => events.map(({ id }) => id)
const joins = (user: Extract<Push, { type: 'user_added_to_chat' }>['user']): Push => ({
  type: 'user_added_to_chat',
  ...inThread,
  user,
  requesterId: undefined,
})
const transferred = (position: number): Push => ({
  type: 'chat_transferred',
  ...inThread,
  requesterId: undefined,
  reason: 'manual',
  transferredTo: { groupIds: [1], agentIds: [] },
  queue: { position, queuedAt: 900 },
})
const moves = (...queues: { threadId: string; position: number }[]): Push => ({
  type: 'queue_positions_updated',
  queues: queues.map((one) => ({ chatId: 'A', ...one })),
})

test('a closed thread waits in no queue', () => {
  const push: Push = { type: 'chat_deactivated', ...inThread, userId: me }
  expect(threadAfter(queued, push)).toEqual(threadOf('T1', { active: false }))
  expect(threadAfter(queued, { ...push, threadId: 'T0' })).toBe(queued)
})

test('a transfer puts an open thread where it says, and a closed one nowhere', () => {
  expect(threadAfter(queued, transferred(7)).queue).toEqual({ position: 7, queuedAt: 900 })
  expect(threadAfter(closed, transferred(7))).toBe(closed)
  const unheard: Push = { ...transferred(7), threadId: undefined } as Push
  expect(threadAfter(queued, unheard)).toBe(queued)
})

test('the queue ends when an agent comes whom the customer sees', () => {
  expect(threadAfter(queued, joins(agent(me)))).toEqual(threadOf('T1'))
  expect(threadAfter(queued, joins(agent(me, { agentsOnly: true })))).toBe(queued)
  expect(threadAfter(queued, joins(agent(me, { present: false })))).toBe(queued)
  expect(threadAfter(queued, joins(customer))).toBe(queued)
})

test('a place in the queue is that of its own thread, as long as it is open', () => {
  const moved = threadAfter(
    queued,
    moves({ threadId: 'T0', position: 9 }, { threadId: 'T1', position: 1 }),
  )
  expect(moved.queue).toEqual({ position: 1, queuedAt: 500 })
  expect(threadAfter(queued, moves({ threadId: 'T0', position: 9 }))).toBe(queued)
  expect(threadAfter(closed, moves({ threadId: 'T1', position: 1 }))).toBe(closed)
  const entered = threadAfter(threadOf('T1'), moves({ threadId: 'T1', position: 4 }))
  expect(entered.queue).toEqual({ position: 4, queuedAt: undefined })
})

test('a tag is on a thread once, the newest last', () => {
  const tagged = threadOf('T1', { tags: ['vip', 'sales'] })
  const tag = (name: string): Push => ({ type: 'thread_tagged', ...inThread, tag: name })
  expect(threadAfter(tagged, tag('vip')).tags).toEqual(['sales', 'vip'])
  expect(threadAfter(tagged, tag('spam')).tags).toEqual(['vip', 'sales', 'spam'])
  const untag: Push = { type: 'thread_untagged', ...inThread, tag: 'vip' }
  expect(threadAfter(tagged, untag).tags).toEqual(['sales'])
})

test('properties of a thread are set and deleted by name', () => {
  const thread = threadOf('T1', { properties: new Map([['app', new Map([['kept', 1]])]]) })
  const updated = threadAfter(thread, {
    type: 'thread_properties_updated',
    ...inThread,
    properties: new Map([['app', new Map([['more', 2]])]]),
  })
  expect(updated.properties.get('app')).toEqual(
    new Map([
      ['kept', 1],
      ['more', 2],
    ]),
  )
  const deleted = threadAfter(updated, {
    type: 'thread_properties_deleted',
    ...inThread,
    properties: new Map([['app', ['kept']]]),
  })
  expect(deleted.properties.get('app')).toEqual(new Map([['more', 2]]))
})

test('the groups that may see a chat see its open thread, and those of a closed one stay', () => {
  const push: Push = { type: 'chat_access_updated', chatId: 'A', groupIds: [7] }
  expect(loadedThreadAfter(threadOf('T1'), push).groupIds).toEqual([7])
  expect(loadedThreadAfter(closed, push)).toBe(closed)
})

test('an event, its edit, its deletion and the summary are of their own thread alone', () => {
  const thread = threadOf('T1', { events: [message('T1_1', 1), message('T1_2', 2)] })
  const after = (push: Push, one: Thread = thread) => loadedThreadAfter(one, push)
  const comes: Push = { type: 'incoming_event', ...inThread, event: message('T1_3', 3) }
  const edited = message('T1_1', 1, { text: 'Edited' })
  const edits: Push = { type: 'event_updated', ...inThread, event: edited }
  const deletes: Push = { type: 'event_deleted', ...inThread, eventId: 'T1_2' }
  const summary: Push = { type: 'thread_summary_set', ...inThread, summary: 'Short' }
  expect(idsOf(after(comes).events)).toEqual(['T1_1', 'T1_2', 'T1_3'])
  expect(after(edits).events).toEqual([edited, thread.events[1]])
  expect(after(deletes).events.map(({ type }) => type)).toEqual(['message', 'deleted'])
  expect(after(summary).summary).toBe('Short')
  for (const push of [comes, edits, deletes, summary]) {
    expect(after({ ...push, threadId: 'T0' } as Push)).toBe(thread)
  }
  const seen: Push = { type: 'events_marked_as_seen', chatId: 'A', userId: me, seenUpTo: 1 }
  expect(after(seen)).toBe(thread)
})

test('a deleted event keeps who wrote it and when, and nothing of what it said', () => {
  const event = message('T1_1', 5, { authorId: me, customId: 'm1', agentsOnly: true })
  const push: Push = { type: 'event_deleted', ...inThread, eventId: 'T1_1' }
  const deleted = eventAfter(event, push)
  expect(deleted).toEqual({
    type: 'deleted',
    wasType: 'message',
    id: 'T1_1',
    createdAt: 5,
    authorId: me,
    customId: 'm1',
    agentsOnly: true,
  })
  expect(eventAfter(deleted, push)).toBe(deleted)
  expect(eventAfter(deleted, { type: 'event_updated', ...inThread, event })).toBe(deleted)
  expect(eventAfter(event, { ...push, eventId: 'T1_2' } as Push)).toBe(event)
  const tag: Push = { type: 'thread_tagged', ...inThread, tag: 'vip' }
  expect(eventAfter(event, tag)).toBe(event)
  const other = message('T1_2', 6)
  expect(eventAfter(event, { type: 'event_updated', ...inThread, event: other })).toBe(event)
})

test('events are put in their places, each once', () => {
  const events = [message('T1_1', 1), message('T1_3', 3)]
  const late = message('T1_2', 2)
  expect(idsOf(withEvents(events, [late]))).toEqual(['T1_1', 'T1_2', 'T1_3'])
  expect(idsOf(withEvents(events, [message('T1_0', 0)]))).toEqual(['T1_0', 'T1_1', 'T1_3'])
  expect(idsOf(withEvents(events, [message('T1_4', 4), late]))).toEqual([
    'T1_1',
    'T1_2',
    'T1_3',
    'T1_4',
  ])
  expect(withEvents(events, [message('T1_3', 9)])).toBe(events)
  expect(events).toHaveLength(2)
})

test('within a millisecond the numbers in the ids decide, and without them who came first', () => {
  expect(isAfter(message('T1_10', 1), message('T1_9', 1))).toBe(true)
  expect(isAfter(message('T1_9', 1), message('T1_10', 1))).toBe(false)
  expect(isAfter(message('T1_1', 2), message('T1_9', 1))).toBe(true)
  expect(isAfter(message('T1_9', 1), message('T1_1', 2))).toBe(false)
  expect(isAfter(message('b', 1), message('a', 1))).toBe(false)
  expect(isAfter(message('T1_1', 1), message('T_5_x', 1))).toBe(true)
  expect(idsOf(withEvents([message('b', 1)], [message('a', 1)]))).toEqual(['b', 'a'])
})

test('the newest event is told wherever it stands; of equal ones the last', () => {
  expect(newestEvent([])).toBeUndefined()
  const events = [message('T1_1', 1), message('T1_3', 3), message('T1_2', 2)]
  expect(newestEvent(events)).toBe(events[1])
  const equal = [message('a', 1), message('b', 1)]
  expect(newestEvent(equal)).toBe(equal[1])
})

test('a namespace of properties goes with its last name, and others stay', () => {
  const before = new Map([
    ['routing', new Map([['idle', true]])],
    ['app', new Map([['kept', true]])],
  ])
  const after = withoutProperties(before, new Map([['routing', ['idle', 'never']]]))
  expect(after).toEqual(new Map([['app', new Map([['kept', true]])]]))
  expect(withoutProperties(before, new Map([['unknown', ['idle']]]))).toEqual(before)
  expect(before.size).toBe(2)
})

test('a property that is set again has its new value, in a namespace of its own', () => {
  const before = new Map([['routing', new Map([['idle', true]])]])
  const changes = new Map([
    ['routing', new Map([['idle', false]])],
    ['app', new Map([['idle', true]])],
  ])
  expect(withProperties(before, changes)).toEqual(changes)
  expect(before.get('routing')?.get('idle')).toBe(true)
})
