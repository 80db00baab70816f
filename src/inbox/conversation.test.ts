import { expect, test } from 'vitest'
import type { ChatDetails, Thread } from '../agent-chat/index.ts'
import { type Conversation, conversationAfter, openedChat } from './conversation.ts'
import type { ChatUpdate } from './inbox-update.ts'
import { agent, chatOf, customer, me, message, threadOf } from './testing/test-chats.ts'

const maya = { id: 'C1', name: 'Maya' } as ChatDetails['customer']

function details(thread: Thread | undefined, more: Partial<ChatDetails> = {}): ChatDetails {
  const { id, users, properties, groupIds, isFollowed } = chatOf('A')
  return {
    id,
    users: [...users],
    properties,
    groupIds,
    isFollowed,
    customer: maya,
    thread,
    ...more,
  }
}

const chatLoaded = (thread: Thread | undefined): ChatUpdate => ({
  type: 'chat_loaded',
  chat: details(thread),
  since: 0,
})
const threadsLoaded = (...threads: Thread[]): ChatUpdate => ({
  type: 'threads_loaded',
  chatId: 'A',
  threads,
  since: 0,
})
const comes = (thread: Thread | undefined): ChatUpdate => ({
  type: 'incoming_chat',
  chat: details(thread),
  requesterId: undefined,
  transferredFrom: undefined,
})
const connected = (...activeChats: ReturnType<typeof chatOf>[]): ChatUpdate => ({
  type: 'connected',
  agentId: me,
  routingStatus: undefined,
  activeChats,
})
const opened = (...threads: Thread[]): Conversation => ({ threads, customer: maya })
const after = (before: Conversation | undefined, update: ChatUpdate) =>
  conversationAfter(before, update, 'A')
const idsOf = (conversation: Conversation | undefined) => conversation?.threads.map(({ id }) => id)

test('nothing of a chat is loaded before it is opened', () => {
  expect(after(undefined, comes(threadOf('T1')))).toBeUndefined()
  expect(after(undefined, connected(chatOf('A')))).toBeUndefined()
  expect(after(undefined, chatLoaded(threadOf('T1')))).toEqual(opened(threadOf('T1')))
  expect(after(undefined, chatLoaded(undefined))).toEqual(opened())
  expect(after(undefined, threadsLoaded(threadOf('T1')))).toEqual({
    threads: [threadOf('T1')],
    customer: undefined,
  })
})

test('threads are kept oldest first, each once and as it is now', () => {
  const old = threadOf('T1', { createdAt: 1 })
  const latest = threadOf('T3', { createdAt: 3 })
  const start = opened(latest)
  const loaded = after(start, threadsLoaded(latest, threadOf('T2', { createdAt: 2 }), old))
  expect(idsOf(loaded)).toEqual(['T1', 'T2', 'T3'])
  expect(loaded?.customer).toBe(maya)
  const closed = { ...latest, active: false }
  expect(after(loaded, chatLoaded(closed))?.threads.at(-1)).toBe(closed)
  expect(idsOf(after(loaded, chatLoaded(closed)))).toEqual(['T1', 'T2', 'T3'])
  expect(idsOf(after(loaded, chatLoaded(undefined)))).toEqual(['T1', 'T2', 'T3'])
})

test('of threads that began at once a page has the newest first, and a new one comes last', () => {
  const start = opened(threadOf('T3'))
  const loaded = after(start, threadsLoaded(threadOf('T3'), threadOf('T2'), threadOf('T1')))
  expect(idsOf(loaded)).toEqual(['T1', 'T2', 'T3'])
  expect(idsOf(after(loaded, comes(threadOf('T4'))))).toEqual(['T1', 'T2', 'T3', 'T4'])
})

test('a thread that does not say when it began comes last, and is passed by none', () => {
  const start = opened(threadOf('T1', { createdAt: undefined }))
  expect(idsOf(after(start, comes(threadOf('T2', { createdAt: 1 }))))).toEqual(['T1', 'T2'])
  const other = opened(threadOf('T1', { createdAt: 5 }))
  expect(idsOf(after(other, comes(threadOf('T2', { createdAt: undefined }))))).toEqual(['T1', 'T2'])
})

test('a chat that comes again keeps the events that are known', () => {
  const known = threadOf('T1', { events: [message('E1', 1), message('E2', 2)] })
  const again = threadOf('T1', { tags: ['vip'], events: [message('E1', 1)] })
  const next = after(opened(known), comes(again))
  expect(next?.threads).toEqual([{ ...again, events: known.events }])
  const other = after(opened(known), comes(threadOf('T2', { createdAt: 2_000 })))
  expect(other?.threads).toEqual([known, threadOf('T2', { createdAt: 2_000 })])
  expect(after(opened(known), comes(undefined))?.threads).toEqual([known])
})

test('what a list says of the last thread is true of it alone', () => {
  const start = opened(threadOf('T0', { createdAt: 1, tags: ['old'] }), threadOf('T1'))
  const listed = chatOf('A')
  const { lastThread } = listed
  const chats = [
    chatOf('B', { lastThread: undefined }),
    chatOf('A', {
      lastThread: lastThread && { ...lastThread, tags: ['vip'], active: false },
    }),
  ]
  const update = { type: 'chats_loaded', page: { chats }, filter: {}, since: 0 } as ChatUpdate
  const next = after(start, update)
  expect(next?.threads).toEqual([
    start.threads[0],
    threadOf('T1', { tags: ['vip'], active: false }),
  ])
  expect(next?.customer).toBe(maya)
  const nothing = { ...update, page: { chats: [chats[0]] } } as ChatUpdate
  expect(after(start, nothing)?.threads).toEqual(start.threads)
  const empty = {
    ...update,
    page: { chats: [chatOf('A', { lastThread: undefined })] },
  } as ChatUpdate
  expect(after(start, empty)?.threads).toEqual(start.threads)
})

test('a login closes what is open no more, and brings up to date what is', () => {
  const waiting = threadOf('T1', { queue: { position: 1, queuedAt: 5 } })
  const start = opened(waiting)
  const gone = after(start, connected(chatOf('B')))
  expect(gone).toEqual(opened({ ...waiting, active: false, queue: undefined }))
  const still = after(start, connected(chatOf('B'), chatOf('A')))
  expect(still).toEqual(opened({ ...waiting, queue: undefined }))
})

test('a thread or a chat that was deleted is gone', () => {
  const start = opened(threadOf('T0', { createdAt: 1 }), threadOf('T1'))
  const next = after(start, { type: 'thread_deleted', chatId: 'A', threadId: 'T1' })
  expect(next).toEqual(opened(threadOf('T0', { createdAt: 1 })))
  expect(after(start, { type: 'chat_deleted', chatId: 'A' })).toBeUndefined()
})

test('a push about an event changes its thread', () => {
  const start = opened(threadOf('T0', { createdAt: 1 }), threadOf('T1'))
  const event = message('E1', 1_500)
  const update = { type: 'incoming_event', chatId: 'A', threadId: 'T1', event } as ChatUpdate
  expect(after(start, update)).toEqual(
    opened(threadOf('T0', { createdAt: 1 }), threadOf('T1', { events: [event] })),
  )
})

test('an opened chat is what the list knows, with the last thread and its customer', () => {
  const users = [customer, agent('jones@example.com')]
  const chat = chatOf('A', { users, isFollowed: true, groupIds: [2] })
  const threads = [threadOf('T0'), threadOf('T1'), threadOf('T2')]
  expect(openedChat(chat, opened(...threads))).toEqual({
    id: 'A',
    users,
    customer: maya,
    thread: threadOf('T2'),
    properties: chat.properties,
    groupIds: [2],
    isFollowed: true,
  })
})
