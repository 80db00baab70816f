import { expect, test } from 'vitest'
import type { Agent, ChatDetails, ChatEvent, ChatUser, Customer } from '../agent-chat/index.ts'
import { chatAfter, type InboxChat, summaryOf } from './inbox-chat.ts'
import type { ChatUpdate } from './inbox-update.ts'
import { agent, chatOf, customer, me, message, threadOf } from './testing/test-chats.ts'

const now = 1_000_000
const inThread = { chatId: 'A', threadId: 'T1' }
const after = (chat: InboxChat | undefined, update: ChatUpdate, myId: string | undefined = me) =>
  chatAfter(chat, update, 'A', { now, myId })
const pageOf = (...chats: InboxChat[]) =>
  ({ type: 'chats_loaded', page: { chats }, filter: {}, since: 0 }) as unknown as ChatUpdate
const connected = (...activeChats: InboxChat[]): ChatUpdate => ({
  type: 'connected',
  agentId: me,
  routingStatus: undefined,
  activeChats,
})
const says = (event: ChatEvent): ChatUpdate => ({ type: 'incoming_event', ...inThread, event })
const closes = (threadId = 'T1'): ChatUpdate => ({
  type: 'chat_deactivated',
  chatId: 'A',
  threadId,
  userId: undefined,
})
const joins = (user: ChatUser): ChatUpdate => ({
  type: 'user_added_to_chat',
  ...inThread,
  user,
  requesterId: undefined,
})
const customerIn = (chat: InboxChat | undefined) =>
  chat?.users.find((user): user is Customer => user.type === 'customer')
const agentIn = (chat: InboxChat | undefined, id = me) =>
  chat?.users.find((user): user is Agent => user.id === id)

function details(more: Partial<ChatDetails> = {}): ChatDetails {
  return {
    id: 'A',
    users: [customer, agent(me)],
    customer: undefined,
    thread: threadOf('T2', { events: [message('T2_2', 5), message('T2_1', 4)] }),
    properties: new Map([['app', new Map([['a', 1]])]]),
    groupIds: [3],
    isFollowed: true,
    ...more,
  }
}

test('a list tells of the chats that are on it, and leaves others as they are', () => {
  const known = chatOf('A')
  const listed = chatOf('A', { isFollowed: true })
  expect(after(known, pageOf(chatOf('B'), listed))).toBe(listed)
  expect(after(undefined, pageOf(chatOf('B'), listed))).toBe(listed)
  expect(after(known, pageOf(chatOf('B')))).toBe(known)
  expect(after(undefined, pageOf(chatOf('B')))).toBeUndefined()
})

test('a login tells of the open chats; one that is not among them was closed', () => {
  const queue = { position: 1, queuedAt: 5 }
  const known = chatOf('A', { lastThread: threadOf('T1', { queue }) })
  const listed = chatOf('A')
  expect(after(known, connected(chatOf('B'), listed))).toBe(listed)
  expect(after(undefined, connected(chatOf('B')))).toBeUndefined()
  const gone = after(known, connected(chatOf('B')))
  expect(gone?.lastThread).toMatchObject({ id: 'T1', active: false, queue: undefined })
  expect(gone?.users.map(({ present }) => present)).toEqual([false, false])
  const closed = chatOf('A', { lastThread: threadOf('T1', { active: false }) })
  expect(after(closed, connected())).toBe(closed)
  const empty = chatOf('A', { lastThread: undefined })
  expect(after(empty, connected())).toBe(empty)
})

test.each(['chat_loaded', 'incoming_chat'] as const)('%s tells all a row shows', (type) => {
  const known = chatOf('A', { lastEvent: message('T1_1', 1) })
  const update = (chat: ChatDetails) => ({ type, chat, since: 0 }) as unknown as ChatUpdate
  const thread = threadOf('T2', {
    restricted: 'plan',
    tags: ['vip'],
    queue: { position: 1, queuedAt: 2 },
    properties: new Map([['app', new Map([['b', 2]])]]),
    events: [message('T2_2', 5), message('T2_1', 4)],
  })
  const { users, groupIds, isFollowed, properties } = details()
  expect(after(known, update(details({ thread })))).toEqual({
    id: 'A',
    users,
    lastThread: summaryOf(thread),
    lastEvent: message('T2_2', 5),
    restricted: 'plan',
    groupIds,
    isFollowed,
    properties,
  })
  expect(summaryOf(thread)).toEqual({
    id: 'T2',
    active: true,
    createdAt: 1_000,
    queue: { position: 1, queuedAt: 2 },
    tags: ['vip'],
    properties: thread.properties,
  })
  const begun = update(details({ thread: threadOf('T2') }))
  expect(after(known, begun)?.lastEvent).toEqual(message('T1_1', 1))
  expect(after(undefined, begun)?.lastEvent).toBeUndefined()
  const empty = after(known, update(details({ thread: undefined })))
  expect(empty).toMatchObject({ id: 'A', users })
  expect(empty?.lastThread ?? empty?.lastEvent ?? empty?.restricted).toBeUndefined()
})

test('loaded threads bring the last one up to date, or tell a newer one', () => {
  const loaded = (...threads: ReturnType<typeof threadOf>[]): ChatUpdate => ({
    type: 'threads_loaded',
    chatId: 'A',
    threads,
    since: 0,
  })
  const known = chatOf('A', { lastEvent: message('T1_1', 1) })
  const again = threadOf('T1', { tags: ['vip'], events: [message('T1_2', 2), message('T1_1', 1)] })
  expect(after(known, loaded(threadOf('T0', { createdAt: 1 }), again))).toEqual({
    ...known,
    lastThread: summaryOf(again),
    lastEvent: message('T1_2', 2),
  })
  const newer = threadOf('T2', { createdAt: 1_001 })
  expect(after(known, loaded(newer))).toEqual({ ...known, lastThread: summaryOf(newer) })
  expect(after(known, loaded(threadOf('T0', { createdAt: 1_000 })))).toEqual(known)
  expect(after(known, loaded(threadOf('T0', { createdAt: undefined })))).toEqual(known)
  const undated = chatOf('A', { lastThread: threadOf('T1', { createdAt: undefined }) })
  expect(after(undated, loaded(newer))?.lastThread?.id).toBe('T2')
  expect(after(undated, loaded(threadOf('T0', { createdAt: undefined })))).toEqual(undated)
  const empty = chatOf('A', { lastThread: undefined })
  expect(after(empty, loaded(newer))).toEqual(empty)
  expect(after(undefined, loaded(newer))).toBeUndefined()
})

test('a deleted chat is gone, and a push makes no chat', () => {
  expect(after(chatOf('A'), { type: 'chat_deleted', chatId: 'A' })).toBeUndefined()
  expect(after(undefined, says(message('T1_1', 1)))).toBeUndefined()
})

test('a closed chat is left by all; when, is kept for those who do not see its last event', () => {
  const others = chatOf('A', { users: [customer, agent('smith@example.com')] })
  const closed = after(others, closes())
  expect(closed?.lastThread?.active).toBe(false)
  expect(closed?.users.map(({ present }) => present)).toEqual([false, false])
  expect(closed?.closedAt).toBe(now)
  expect(after({ ...others, isFollowed: true }, closes())).not.toHaveProperty('closedAt')
  expect(after(chatOf('A'), closes())).not.toHaveProperty('closedAt')
  const left = chatOf('A', { users: [customer, agent(me, { present: false })] })
  expect(after(left, closes())?.closedAt).toBe(now)
  const again = chatOf('A', { ...others, lastThread: threadOf('T1', { active: false }) })
  expect(after(again, closes())).not.toHaveProperty('closedAt')
})

test('the closing of another thread changes nothing', () => {
  const chat = chatOf('A', { users: [customer] })
  expect(after(chat, closes('T0'))).toEqual(chat)
  const empty = chatOf('A', { lastThread: undefined })
  expect(after(empty, closes())).toEqual(empty)
})

test('a deleted thread takes the last event with it, another one does not', () => {
  const chat = chatOf('A', { lastEvent: message('T1_1', 1) })
  const gone = after(chat, { type: 'thread_deleted', ...inThread })
  expect(gone).toMatchObject({ lastThread: undefined, lastEvent: undefined })
  const other = after(chat, { type: 'thread_deleted', chatId: 'A', threadId: 'T0' })
  expect(other).toEqual(chat)
  const empty = chatOf('A', { lastThread: undefined, lastEvent: message('T1_1', 1) })
  expect(after(empty, { type: 'thread_deleted', ...inThread })).toEqual(empty)
})

test('following, groups, properties and tags are as the last push says', () => {
  const chat = chatOf('A', { isFollowed: true })
  expect(after(chat, { type: 'chat_unfollowed', chatId: 'A' })?.isFollowed).toBe(false)
  expect(
    after(chat, { type: 'chat_access_updated', chatId: 'A', groupIds: [7] })?.groupIds,
  ).toEqual([7])
  const properties = new Map([['app', new Map([['a', 1]])]])
  const set = after(chat, { type: 'chat_properties_updated', chatId: 'A', properties })
  expect(set?.properties).toEqual(properties)
  const names = new Map([['app', ['a']]])
  const unset = after(set, { type: 'chat_properties_deleted', chatId: 'A', properties: names })
  expect(unset?.properties).toEqual(new Map())
  const tagged = after(chat, { type: 'thread_tagged', ...inThread, tag: 'vip' })
  expect(tagged?.lastThread?.tags).toEqual(['vip'])
  const empty = chatOf('A', { lastThread: undefined })
  expect(after(empty, { type: 'thread_tagged', ...inThread, tag: 'vip' })).toEqual(empty)
})

test('whoever comes is in the chat: the customer first, others last', () => {
  const smith = agent('smith@example.com')
  const empty = chatOf('A', { users: [agent(me)] })
  expect(after(empty, joins(customer))?.users).toEqual([customer, agent(me)])
  expect(after(chatOf('A'), joins(smith))?.users).toEqual([customer, agent(me), smith])
})

test('whoever comes back is as they are now, and has seen no less than before', () => {
  const known = agent(me, { present: false, seenUpTo: 50 })
  const chat = chatOf('A', {
    users: [{ ...customer, present: false, seenUpTo: 40, wroteAt: 30, repliedAt: 20 }, known],
  })
  const back = after(chat, joins(agent(me.toUpperCase(), { name: 'New', seenUpTo: 10 })))
  expect(back?.users).toHaveLength(2)
  expect(back?.users[1]).toEqual(agent(me.toUpperCase(), { name: 'New', seenUpTo: 50 }))
  expect(agentIn(after(chat, joins(agent(me, { seenUpTo: 60 }))))?.seenUpTo).toBe(60)
  const returned = after(chat, joins(customer))
  expect(customerIn(returned)).toEqual({ ...customer, seenUpTo: 40, wroteAt: 30, repliedAt: 20 })
  const later = { ...customer, seenUpTo: 41, wroteAt: 31, repliedAt: 21 }
  expect(customerIn(after(chat, joins(later)))).toEqual(later)
  const asAgent = after(chat, joins(agent('C1', { seenUpTo: 1 })))
  expect(asAgent?.users[0]).toEqual(agent('C1', { seenUpTo: 40 }))
})

test('whoever leaves is still among the people, and nobody else is', () => {
  const leaves: ChatUpdate = {
    type: 'user_removed_from_chat',
    ...inThread,
    userId: me.toUpperCase(),
    requesterId: undefined,
  }
  expect(after(chatOf('A'), leaves)?.users.map(({ present }) => present)).toEqual([true, false])
})

test('what was seen does not become unseen', () => {
  const sees = (userId: string, seenUpTo: number | undefined): ChatUpdate => ({
    type: 'events_marked_as_seen',
    chatId: 'A',
    userId,
    seenUpTo,
  })
  const chat = chatOf('A', { users: [customer, agent(me, { seenUpTo: 50 })] })
  expect(agentIn(after(chat, sees(me, 60)))?.seenUpTo).toBe(60)
  expect(agentIn(after(chat, sees(me, 40)))?.seenUpTo).toBe(50)
  expect(agentIn(after(chat, sees(me, undefined)))?.seenUpTo).toBe(50)
  expect(customerIn(after(chat, sees('C1', 10)))?.seenUpTo).toBe(10)
  expect(after(chat, sees('nobody', 99))).toEqual(chat)
})

test('the last event is the newest one, however late an older one is told', () => {
  const chat = chatOf('A', { lastEvent: message('T1_2', 20) })
  expect(after(chat, says(message('T1_3', 30)))?.lastEvent?.id).toBe('T1_3')
  expect(after(chat, says(message('T1_1', 10)))?.lastEvent?.id).toBe('T1_2')
  expect(after(chatOf('A'), says(message('T1_1', 10)))?.lastEvent?.id).toBe('T1_1')
  const edited = message('T1_2', 20, { text: 'Edited' })
  const updated = after(chat, { type: 'event_updated', ...inThread, event: edited })
  expect(updated?.lastEvent).toBe(edited)
  const again = after(updated, says(message('T1_2', 21)))
  expect(again?.lastEvent).toBe(edited)
  const deleted = after(chat, { type: 'event_deleted', ...inThread, eventId: 'T1_2' })
  expect(deleted?.lastEvent?.type).toBe('deleted')
  const none = after(chatOf('A'), { type: 'event_deleted', ...inThread, eventId: 'T1_2' })
  expect(none?.lastEvent).toBeUndefined()
})

test('a customer who writes waits since then, and has seen what they answer', () => {
  const chat = after(chatOf('A'), says(message('T1_1', 10, { authorId: 'c1' })))
  expect(customerIn(chat)).toMatchObject({ wroteAt: 10, repliedAt: undefined, seenUpTo: 10 })
  expect(agentIn(chat)?.seenUpTo).toBeUndefined()
  const late = after(chat, says(message('T1_0', 5)))
  expect(customerIn(late)).toMatchObject({ wroteAt: 10, seenUpTo: 10 })
})

test('an agent’s message answers the customer; a note, a bot or a stranger does not', () => {
  const asked = after(chatOf('A'), says(message('T1_1', 10)))
  const replied = after(asked, says(message('T1_2', 20, { authorId: me })))
  expect(customerIn(replied)).toMatchObject({ wroteAt: 10, repliedAt: 20, seenUpTo: 10 })
  expect(agentIn(replied)?.seenUpTo).toBe(20)
  const late = after(replied, says(message('T1_3', 15, { authorId: me })))
  expect(customerIn(late)?.repliedAt).toBe(20)
  const noted = after(asked, says(message('T1_2', 20, { authorId: me, agentsOnly: true })))
  expect(customerIn(noted)?.repliedAt).toBeUndefined()
  expect(agentIn(noted)?.seenUpTo).toBe(20)
  for (const authorId of [undefined, 'bot']) {
    const strange = after(asked, says(message('T1_2', 20, { authorId })))
    expect(strange?.users).toEqual(asked?.users)
    expect(strange?.lastEvent?.id).toBe('T1_2')
  }
  const alone = chatOf('A', { users: [agent(me)] })
  const spoken = after(alone, says(message('T1_2', 20, { authorId: me })))
  expect(spoken?.users).toEqual([agent(me, { seenUpTo: 20 })])
})
