import { expect, test } from 'vitest'
import type { ChatDetails, ChatPage } from '../agent-chat/index.ts'
import type { Push } from '../agent-chat/live-feed/index.ts'
import { applyUpdate, emptyInbox, type Inbox, outgoingIn } from './inbox.ts'
import type { InboxChat } from './inbox-chat.ts'
import type { InboxUpdate } from './inbox-update.ts'
import { agent, chatOf, customer, me, message, threadOf } from './testing/test-chats.ts'
import { isUnread, turnOf } from './turn.ts'

const now = 1_000_000
const after = (inbox: Inbox, ...updates: InboxUpdate[]) =>
  updates.reduce((one, update) => applyUpdate(one, update, now), inbox)

const inThread = { chatId: 'Q1', threadId: 'T1' }
const says = (id: string, createdAt: number, more = {}): Push => ({
  type: 'incoming_event',
  ...inThread,
  event: message(id, createdAt, more),
})
const page = (chats: InboxChat[], since: number, more: Partial<ChatPage> = {}): InboxUpdate => ({
  type: 'chats_loaded',
  page: { chats, found: 1, nextPageId: undefined, previousPageId: undefined, ...more },
  filter: {},
  since,
})
const listed: InboxUpdate = page([chatOf('Q1')], 0)
const login: InboxUpdate = {
  type: 'connected',
  agentId: me,
  routingStatus: 'accepting_chats',
  activeChats: [chatOf('Q1')],
}
const details = (more: Partial<ChatDetails> = {}): ChatDetails => ({
  id: 'Q1',
  users: [customer, agent(me)],
  customer: undefined,
  thread: threadOf('T1', { events: [message('T1_1', 1_000)] }),
  properties: new Map(),
  groupIds: [0],
  isFollowed: false,
  ...more,
})

test('a customer’s message is the last of its chat, waits for a reply, and is unread', () => {
  const chat = after(emptyInbox, login, says('T1_1', 2_000)).chats.get('Q1')
  expect(chat?.lastEvent?.id).toBe('T1_1')
  expect(chat && turnOf(chat)).toBe('waiting')
  expect(chat && isUnread(chat, me)).toBe(true)
})

test('the agent’s reply answers the customer, and a note does not', () => {
  const asked = after(emptyInbox, login, says('T1_1', 2_000))
  const noted = after(asked, says('T1_2', 3_000, { authorId: me, agentsOnly: true })).chats.get(
    'Q1',
  )
  expect(noted && turnOf(noted)).toBe('waiting')
  const replied = after(asked, says('T1_2', 3_000, { authorId: me })).chats.get('Q1')
  expect(replied && turnOf(replied)).toBe('active')
  expect(replied && isUnread(replied, me)).toBe(false)
})

test('a push that comes again changes nothing', () => {
  const once = after(emptyInbox, login, says('T1_1', 2_000))
  const twice = after(once, says('T1_1', 2_000))
  expect(twice.chats).toBe(once.chats)
})

test('a page asked for before a push and loaded after it does not undo it', () => {
  const inbox = after(emptyInbox, listed)
  const { revision } = inbox
  const told = after(inbox, says('T1_1', 2_000), { type: 'thread_tagged', ...inThread, tag: 'vip' })
  const late = after(told, page([chatOf('Q1')], revision))
  expect(late.chats).toBe(told.chats)
  expect(late.chats.get('Q1')?.lastThread?.tags).toEqual(['vip'])
})

test('a page asked for after a push is newer than it', () => {
  const told = after(emptyInbox, listed, { type: 'thread_tagged', ...inThread, tag: 'vip' })
  const fresh = after(told, page([chatOf('Q1')], told.revision))
  expect(fresh.chats.get('Q1')?.lastThread?.tags).toEqual([])
})

test('of two responses the one that was asked for last counts, whichever comes first', () => {
  const tagged = chatOf('Q1', { isFollowed: true })
  const newer: InboxUpdate = page([tagged], 1)
  const start = after(emptyInbox, listed)
  expect(after(start, newer, listed).chats.get('Q1')?.isFollowed).toBe(true)
  expect(after(start, listed, newer).chats.get('Q1')?.isFollowed).toBe(true)
})

test('a message told before its conversation is loaded is in it', () => {
  const told = after(emptyInbox, login)
  const inbox = after(
    told,
    says('T1_2', 2_000),
    { type: 'chat_loaded', chat: details(), since: told.revision },
    { type: 'threads_loaded', chatId: 'Q1', threads: [threadOf('T0', { createdAt: 1 })], since: 0 },
  )
  const threads = inbox.conversations.get('Q1')?.threads ?? []
  expect(threads.map(({ id }) => id)).toEqual(['T0', 'T1'])
  expect(threads[1]?.events.map(({ id }) => id)).toEqual(['T1_1', 'T1_2'])
})

test('events told out of order are in order, and an edit is not undone by the original', () => {
  const start = after(emptyInbox, login, { type: 'chat_loaded', chat: details(), since: 1 })
  const edited = message('T1_3', 3_000, { text: 'Edited' })
  const inbox = after(
    start,
    says('T1_3', 3_000),
    { type: 'event_updated', ...inThread, event: edited },
    says('T1_2', 2_000),
    says('T1_3', 3_000),
  )
  const events = inbox.conversations.get('Q1')?.threads[0]?.events ?? []
  expect(events.map(({ id }) => id)).toEqual(['T1_1', 'T1_2', 'T1_3'])
  expect(events[2]).toEqual(edited)
  expect(inbox.chats.get('Q1')?.lastEvent).toEqual(edited)
})

test('a deleted event stays deleted', () => {
  const start = after(emptyInbox, login, { type: 'chat_loaded', chat: details(), since: 1 })
  const inbox = after(
    start,
    { type: 'event_deleted', ...inThread, eventId: 'T1_1' },
    { type: 'event_updated', ...inThread, event: message('T1_1', 1_000) },
  )
  const [event] = inbox.conversations.get('Q1')?.threads[0]?.events ?? []
  expect(event).toMatchObject({ id: 'T1_1', type: 'deleted', wasType: 'message' })
  expect(inbox.chats.get('Q1')?.lastEvent).toEqual(event)
})

test('a queued customer moves up, and leaves the queue when an agent comes in whom they see', () => {
  const queued = chatOf('Q1', { users: [customer] })
  const thread = { ...threadOf('T1'), queue: { position: 3, queuedAt: 500 } }
  const start = after(emptyInbox, { ...login, activeChats: [{ ...queued, lastThread: thread }] })
  const moved = after(start, {
    type: 'queue_positions_updated',
    queues: [{ ...inThread, position: 2 }],
  })
  expect(moved.chats.get('Q1')?.lastThread?.queue).toEqual({ position: 2, queuedAt: 500 })
  const join = (agentsOnly: boolean): Push => ({
    type: 'user_added_to_chat',
    ...inThread,
    user: agent(me, { agentsOnly }),
    requesterId: undefined,
  })
  expect(after(moved, join(true)).chats.get('Q1')?.lastThread?.queue?.position).toBe(2)
  expect(after(moved, join(false)).chats.get('Q1')?.lastThread?.queue).toBeUndefined()
})

test('a chat that is closed is left by everybody, and knows when, unless its last event tells', () => {
  const close: Push = { type: 'chat_deactivated', ...inThread, userId: undefined }
  const mine = after(emptyInbox, login, close).chats.get('Q1')
  expect(mine?.lastThread?.active).toBe(false)
  expect(mine?.users.some(({ present }) => present)).toBe(false)
  expect(mine).not.toHaveProperty('closedAt')
  const others = { ...login, activeChats: [chatOf('Q1', { users: [customer] })] }
  expect(after(emptyInbox, others, close).chats.get('Q1')?.closedAt).toBe(now)
})

test('what is closed when the connection is back was closed meanwhile, and nobody is known to type', () => {
  const types: Push = { type: 'incoming_sneak_peek', ...inThread, authorId: 'C1', text: 'Hel' }
  const before = after(emptyInbox, login, { type: 'chat_loaded', chat: details(), since: 1 }, types)
  expect(before.writing.get('Q1')?.sneakPeek?.text).toBe('Hel')
  const inbox = after(before, { ...login, activeChats: [] })
  expect(inbox.chats.get('Q1')?.lastThread?.active).toBe(false)
  expect(inbox.conversations.get('Q1')?.threads[0]?.active).toBe(false)
  expect(inbox.writing.size).toBe(0)
})

test('a chat that was deleted is gone, also when a page that holds it comes late', () => {
  const start = after(emptyInbox, login, { type: 'chat_loaded', chat: details(), since: 1 })
  const gone = after(start, { type: 'chat_deleted', chatId: 'Q1' }, listed)
  expect(gone.chats.get('Q1')).toBeUndefined()
  expect(gone.conversations.get('Q1')).toBeUndefined()
})

test('a chat a push tells of and nobody loaded is to be loaded, and then is not', () => {
  const told = after(emptyInbox, says('T1_1', 2_000))
  expect([...told.incomplete]).toEqual(['Q1'])
  const loaded = after(told, { type: 'chat_loaded', chat: details(), since: 0 })
  expect(loaded.incomplete.size).toBe(0)
  expect(loaded.chats.get('Q1')?.lastEvent?.id).toBe('T1_1')
  const elsewhere = after(emptyInbox, { type: 'thread_tagged', ...inThread, tag: 'vip' })
  expect(elsewhere.incomplete.size).toBe(0)
})

test('so is one whose last thread was deleted, or began unheard, or that others may see now', () => {
  const start = after(emptyInbox, login)
  const moved = after(start, { type: 'chat_access_updated', chatId: 'Q1', groupIds: [7] })
  expect([...moved.incomplete]).toEqual(['Q1'])
  const deleted = after(start, { type: 'thread_deleted', ...inThread })
  expect([...deleted.incomplete]).toEqual(['Q1'])
  const begun = after(start, { ...says('T2_1', 5_000), threadId: 'T2' } as Push)
  expect([...begun.incomplete]).toEqual(['Q1'])
})

test('a message is on its way until the event with its id comes, before its response or after', () => {
  const written = {
    customId: 'm1',
    chatId: 'Q1',
    text: 'Hi',
    agentsOnly: false,
    createdAt: 1,
  }
  const sending: InboxUpdate = {
    type: 'message_written',
    message: { ...written, status: 'sending' },
  }
  const sent: InboxUpdate = {
    type: 'message_written',
    message: { ...written, status: 'sent', eventId: 'T1_1' },
  }
  const start = after(emptyInbox, login, sending)
  expect(outgoingIn(start, 'Q1')).toHaveLength(1)
  const event = says('T1_1', 2_000, { authorId: me, customId: 'm1' })
  expect(outgoingIn(after(start, sent, event), 'Q1')).toEqual([])
  expect(outgoingIn(after(start, event, sent), 'Q1')).toEqual([])
  const discard: InboxUpdate = { type: 'message_discarded', chatId: 'Q1', customId: 'm1' }
  expect(outgoingIn(after(start, discard), 'Q1')).toEqual([])
  expect(after(start, sent).outgoing.get('Q1')).toEqual([sent.message])
  // Where the conversation is shown, it goes once it is there.
  const lastEvent = message('T1_1', 2_000, { authorId: me, customId: 'm1' })
  const opened = after(start, {
    type: 'chat_loaded',
    chat: details({ thread: threadOf('T1') }),
    since: 1,
  })
  const listedFirst = after(opened, page([chatOf('Q1', { lastEvent })], 2))
  expect(outgoingIn(listedFirst, 'Q1')).toHaveLength(1)
  const thread = threadOf('T1', { events: [lastEvent] })
  const loaded = after(listedFirst, { type: 'chat_loaded', chat: details({ thread }), since: 3 })
  expect(outgoingIn(loaded, 'Q1')).toEqual([])
})

test('who takes chats is known from the login and from pushes', () => {
  const inbox = after(emptyInbox, login)
  expect(inbox.routingStatuses.get(me)).toBe('accepting_chats')
  const set: Push = { type: 'routing_status_set', agentId: me, status: 'not_accepting_chats' }
  expect(after(inbox, set).routingStatuses.get(me)).toBe('not_accepting_chats')
})

test('a conversation that was left is let go, and its chat is not', () => {
  const opened = after(emptyInbox, login, { type: 'chat_loaded', chat: details(), since: 1 })
  const left = after(opened, { type: 'conversation_left', chatId: 'Q1' })
  expect(left.conversations.size).toBe(0)
  expect(left.chats).toBe(opened.chats)
})

test('the thread of a transfer may hold the first events alone: the others stay', () => {
  const events = [message('T1_1', 1_000), message('T1_2', 2_000)]
  const start = after(emptyInbox, login, {
    type: 'chat_loaded',
    chat: details({ thread: threadOf('T1', { events }) }),
    since: 1,
  })
  const inbox = after(start, {
    type: 'incoming_chat',
    chat: details(),
    requesterId: undefined,
    transferredFrom: { groupIds: [1], agentIds: [] },
  })
  expect(inbox.conversations.get('Q1')?.threads[0]?.events).toEqual(events)
})

test('everything else a push can say of a chat and its thread', () => {
  const start = after(emptyInbox, login, { type: 'chat_loaded', chat: details(), since: 1 })
  const properties = new Map([['routing', new Map([['idle', true]])]])
  const names = new Map([['routing', ['idle']]])
  const inbox = after(
    start,
    { type: 'chat_access_updated', chatId: 'Q1', groupIds: [7] },
    { type: 'chat_properties_updated', chatId: 'Q1', properties },
    { type: 'thread_properties_updated', ...inThread, properties },
    { type: 'thread_tagged', ...inThread, tag: 'vip' },
    { type: 'thread_summary_set', ...inThread, summary: 'Short' },
    { type: 'events_marked_as_seen', chatId: 'Q1', userId: me, seenUpTo: 1_000 },
    { type: 'user_removed_from_chat', ...inThread, userId: 'C1', requesterId: undefined },
  )
  const chat = inbox.chats.get('Q1')
  const [thread] = inbox.conversations.get('Q1')?.threads ?? []
  expect(chat).toMatchObject({
    groupIds: [7],
    properties,
    lastThread: { properties, tags: ['vip'] },
  })
  expect(chat?.users).toMatchObject([{ present: false }, { seenUpTo: 1_000 }])
  expect(thread).toMatchObject({ groupIds: [7], properties, tags: ['vip'], summary: 'Short' })
  const back = after(
    inbox,
    { type: 'chat_properties_deleted', chatId: 'Q1', properties: names },
    { type: 'thread_properties_deleted', ...inThread, properties: names },
    { type: 'thread_untagged', ...inThread, tag: 'vip' },
    { type: 'chat_unfollowed', chatId: 'Q1' },
    { type: 'threads_deleted' },
  )
  expect(back.chats.get('Q1')).toMatchObject({
    properties: new Map(),
    lastThread: { properties: new Map(), tags: [] },
  })
})

test('what another thread is told of leaves this one alone', () => {
  const start = after(emptyInbox, login, { type: 'chat_loaded', chat: details(), since: 1 })
  const other = { chatId: 'Q1', threadId: 'T0' }
  const inbox = after(
    start,
    { type: 'chat_deactivated', ...other, userId: undefined },
    { type: 'thread_tagged', ...other, tag: 'vip' },
  )
  expect(inbox.chats).toBe(start.chats)
  expect(inbox.conversations).toBe(start.conversations)
})

test('an open chat that is missing where it would be listed is to be loaded', () => {
  const thread = (createdAt: number, active = true) => threadOf('T1', { createdAt, active })
  const start = after(emptyInbox, {
    ...login,
    activeChats: [
      chatOf('Q1', { lastThread: thread(500) }),
      chatOf('Q2', { lastThread: thread(100) }),
      chatOf('Q3', { lastThread: thread(900) }),
    ],
  })
  const others = [
    chatOf('Q8', { lastThread: thread(700) }),
    chatOf('Q9', { lastThread: thread(300) }),
  ]
  const missing = (more: Partial<ChatPage>, listed = others) =>
    [...after(start, page(listed, start.revision, more)).incomplete].toSorted()
  const [next, previous] = [{ nextPageId: 'next' }, { previousPageId: 'previous' }]
  expect(missing({})).toEqual(['Q1', 'Q2', 'Q3'])
  expect(missing(next)).toEqual(['Q1', 'Q3'])
  expect(missing(previous)).toEqual(['Q1', 'Q2'])
  expect(missing({ ...next, ...previous })).toEqual(['Q1'])
  expect(missing(next, others.toReversed())).toEqual(['Q1', 'Q2'])
  const closed: InboxUpdate = {
    ...page(others, start.revision),
    filter: { active: false },
  } as InboxUpdate
  expect(after(start, closed).incomplete.size).toBe(0)
})

test('one that came after the page was asked for is not missing', () => {
  const start = after(emptyInbox, login)
  expect(after(start, page([], 0)).incomplete.size).toBe(0)
})

test('a chat stays to be loaded until something tells all of it', () => {
  const told = after(emptyInbox, says('T1_1', 2_000), { ...says('T9_1', 1), chatId: 'Q9' } as Push)
  expect([...told.incomplete]).toEqual(['Q1', 'Q9'])
  const stillUnknown = after(told, { type: 'thread_tagged', ...inThread, tag: 'vip' })
  expect(stillUnknown.incomplete).toBe(told.incomplete)
  const deleted = after(told, { type: 'chat_deleted', chatId: 'Q1' })
  expect([...deleted.incomplete]).toEqual(['Q9'])
  const came = after(told, {
    type: 'incoming_chat',
    chat: details(),
    requesterId: undefined,
    transferredFrom: undefined,
  })
  expect([...came.incomplete]).toEqual(['Q9'])
})

test('ordinary news of a known chat leaves nothing to be loaded', () => {
  const start = after(emptyInbox, login)
  const ordinary: Push[] = [
    says('T1_1', 2_000),
    { type: 'thread_tagged', ...inThread, tag: 'vip' },
    { type: 'thread_deleted', chatId: 'Q1', threadId: 'T0' },
  ]
  for (const push of ordinary) expect(after(start, push).incomplete).toBe(start.incomplete)
  const talked = after(start, says('T1_2', 3_000))
  const late = after(talked, { ...says('T0_1', 10), threadId: 'T0' } as Push)
  expect(late.incomplete.size).toBe(0)
  const unlisted = after(emptyInbox, {
    ...login,
    activeChats: [chatOf('Q1', { lastThread: undefined })],
  })
  expect([...after(unlisted, says('T1_1', 2_000)).incomplete]).toEqual(['Q1'])
  const lost = after(unlisted, { type: 'thread_deleted', ...inThread })
  expect([...lost.incomplete]).toEqual(['Q1'])
})

test('a page that says the same leaves its chats as they are, also when it comes again after a change', () => {
  const [before, same] = [chatOf('Q1'), chatOf('Q1')]
  const start = after(emptyInbox, page([before], 0))
  const listed = (inbox: Inbox, chat: InboxChat) =>
    after(inbox, page([chat], inbox.revision)).chats.get('Q1')
  expect(listed(start, same)).toBe(before)
  expect(listed(start, same)).toBe(before)
  const changed = after(start, page([chatOf('Q1', { isFollowed: true })], start.revision))
  expect(listed(changed, same)).toEqual(same)
})

test('the open chats are those with an open thread', () => {
  const idsIn = ({ openChats }: Inbox) => openChats.flat().map(({ id }) => id)
  const start = after(emptyInbox, { ...login, activeChats: [chatOf('Q1'), chatOf('Q2')] })
  expect(idsIn(start)).toEqual(['Q1', 'Q2'])
  const close: Push = { type: 'chat_deactivated', ...inThread, userId: undefined }
  const closed = after(start, close)
  expect(idsIn(closed)).toEqual(['Q2'])
  const other = after(start, close, { ...login, activeChats: [chatOf('Q2'), chatOf('Q3')] })
  expect(idsIn(other)).toEqual(['Q2', 'Q3'])
  const talked = after(start, says('T1_1', 2_000))
  expect(talked.openChats.flat()).toEqual([talked.chats.get('Q1'), talked.chats.get('Q2')])
  expect(after(talked, says('T1_1', 2_000)).openChats).toBe(talked.openChats)
})

test('a response is older than what was told in the last minute, as far back as is kept', () => {
  const start = applyUpdate(emptyInbox, listed, now)
  const told = applyUpdate(start, { type: 'thread_tagged', ...inThread, tag: 'vip' }, now)
  const tagsAfter = (inbox: Inbox, ms: number) =>
    applyUpdate(inbox, page([chatOf('Q1')], start.revision), now + ms).chats.get('Q1')?.lastThread
      ?.tags
  expect(tagsAfter(told, 59_999)).toEqual(['vip'])
  expect(tagsAfter(told, 60_000)).toEqual([])
  const tag: Push = { type: 'thread_tagged', chatId: 'Q2', threadId: 'T2', tag: 'vip' }
  const busy = Array.from({ length: 300 }, () => tag).reduce<Inbox>(
    (inbox, push) => applyUpdate(inbox, push, now),
    told,
  )
  expect(busy.journal).toHaveLength(250)
  expect(busy.revision).toBe(told.revision + 300)
})

test('what one chat is told is not told to another when a response is late', () => {
  const start = after(emptyInbox, { ...login, activeChats: [chatOf('Q1'), chatOf('Q2')] })
  const told = after(start, { type: 'thread_tagged', ...inThread, tag: 'vip' })
  const late = after(told, page([chatOf('Q1'), chatOf('Q2')], start.revision))
  expect(late.chats.get('Q1')?.lastThread?.tags).toEqual(['vip'])
  expect(late.chats.get('Q2')?.lastThread?.tags).toEqual([])
})

test('of the messages of a chat the one that is meant changes, goes or is acknowledged', () => {
  const written = (
    customId: string,
    more = {},
  ): Extract<InboxUpdate, { type: 'message_written' }> => ({
    type: 'message_written',
    message: {
      customId,
      chatId: 'Q1',
      text: customId,
      agentsOnly: false,
      createdAt: 1,
      status: 'sending',
      ...more,
    },
  })
  const idsOf = (inbox: Inbox) =>
    outgoingIn(inbox, 'Q1').map(({ customId, status }) => `${customId} ${status}`)
  const start = after(emptyInbox, login, written('m1'), written('m2'))
  expect(idsOf(start)).toEqual(['m1 sending', 'm2 sending'])
  expect(idsOf(after(start, written('m2', { status: 'failed' })))).toEqual([
    'm1 sending',
    'm2 failed',
  ])
  const discarded = after(start, { type: 'message_discarded', chatId: 'Q1', customId: 'm1' })
  expect(idsOf(discarded)).toEqual(['m2 sending'])
  const event = message('T1_1', 1_000, { authorId: me, customId: 'm1' })
  const later = message('T1_2', 2_000)
  const loaded = after(start, {
    type: 'chat_loaded',
    chat: details({ thread: threadOf('T1', { events: [event, later] }) }),
    since: start.revision,
  })
  expect(idsOf(loaded)).toEqual(['m2 sending'])
  const gone = after(loaded, { type: 'message_discarded', chatId: 'Q1', customId: 'm2' })
  expect(gone.outgoing.size).toBe(0)
  expect(after(start, says('T1_9', 5_000)).outgoing).toBe(start.outgoing)
})

test('typing is known until the message comes, and tells nothing else', () => {
  const start = after(emptyInbox, login)
  const types: Push = {
    type: 'incoming_typing_indicator',
    ...inThread,
    authorId: 'smith@example.com',
    isTyping: true,
    agentsOnly: false,
  }
  const typing = after(start, types)
  expect(typing.writing.get('Q1')?.typing).toMatchObject([{ authorId: 'smith@example.com' }])
  expect(typing.revision).toBe(start.revision)
  const written = after(typing, says('T1_1', 2_000, { authorId: 'smith@example.com' }))
  expect(written.writing.size).toBe(0)
  const peek: Push = { type: 'incoming_sneak_peek', ...inThread, authorId: 'C1', text: 'Hel' }
  expect(after(start, peek).revision).toBe(start.revision)
  expect(after(start, { ...peek, text: '' })).toBe(start)
})

test('a routing status that is known changes nothing', () => {
  const inbox = after(emptyInbox, login)
  const set: Push = { type: 'routing_status_set', agentId: me, status: 'accepting_chats' }
  expect(after(inbox, set)).toBe(inbox)
})
