import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestRtm, everyScope, type Frame } from '../../sandbox/rtm/test-rtm.ts'
import {
  actingAgent,
  anyStep,
  openChats,
  type Rtm,
  type Step,
  take,
} from '../../sandbox/rtm/test-steps.ts'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { type Chat, readChat } from '../agent-chat/chat.ts'
import { readChatDetails } from '../agent-chat/chat-details.ts'
import { listChats } from '../agent-chat/list-chats.ts'
import { readLogin } from '../agent-chat/live-feed/frames.ts'
import { readPush } from '../agent-chat/live-feed/push.ts'
import { readThread } from '../agent-chat/thread.ts'
import { readList } from '../agent-chat/wire.ts'
import { applyUpdate, emptyInbox, type Inbox, outgoingIn } from './inbox.ts'
import type { InboxUpdate } from './inbox-update.ts'

/** Who sees all chats and follows them, and who sees those of their groups. */
const smith = {
  email: 'smith@example.com',
  scopes: [...everyScope, 'chats--all:rw'],
  follows: true,
}
const ada = { email: 'agent@example.com', scopes: everyScope, follows: false }

/** What happens in the world, on the way from it, and on the page. */
type Move =
  | { kind: 'step'; step: Step }
  /** Some of the pushes arrive, some of them twice. */
  | { kind: 'deliver'; count: number; twice: boolean }
  /** Something is asked for; the response is that of this moment, and arrives later. */
  | { kind: 'ask'; what: number; chat: number }
  /** Responses arrive, the first or the last that was asked for. */
  | { kind: 'respond'; last: boolean }
  | { kind: 'write'; chat: number; value: number }
  /** The connection is lost with what was on its way, and comes back. */
  | { kind: 'reconnect' }

const moves = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('step' as const), step: anyStep }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('deliver' as const),
        count: fc.integer({ min: 1, max: 9 }),
        twice: fc.boolean(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('ask' as const),
        what: fc.nat({ max: 2 }),
        chat: fc.nat({ max: 7 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('respond' as const), last: fc.boolean() }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('write' as const),
        chat: fc.nat({ max: 7 }),
        value: fc.nat({ max: 99 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reconnect' as const) }) },
  ),
  { minLength: 1, maxLength: 60, size: 'max' },
)

/** An agent at their page: what was told of the world and not yet heard, and what they know. */
function createPage(rtm: Rtm, { email, scopes, follows }: typeof smith) {
  const agent = rtm.agent(email, { customer_monitoring_level: 'online' }, scopes)
  let inbox = emptyInbox
  let pushes: Frame[] = []
  const responses: InboxUpdate[] = []
  const apply = (update: InboxUpdate) => {
    inbox = applyUpdate(inbox, update, rtm.world.now())
  }
  const ids = () => [...rtm.inbox.index.all()].map(({ id }) => id)
  const idAt = (index: number) => ids()[index % ids().length] ?? ''

  /** Asks without hearing what else is told: that comes by itself. */
  function ask(action: string, payload: object) {
    pushes.push(...agent.pushes())
    const response = agent.request(action, payload)
    pushes.push(...agent.pushes())
    return response
  }
  function followAll() {
    if (!follows) return
    for (const id of ids()) ask('follow_chat', { id })
  }
  const asking: ((chatId: string) => InboxUpdate | undefined)[] = [
    () => {
      const { payload } = ask('list_chats', { limit: 100 })
      const page = listChats.read(payload)
      return { type: 'chats_loaded', page, filter: {}, since: inbox.revision }
    },
    (chatId) => {
      const { success, payload } = ask('get_chat', { chat_id: chatId })
      const chat = success ? readChatDetails(payload) : undefined
      return chat && { type: 'chat_loaded', chat, since: inbox.revision }
    },
    (chatId) => {
      const { success, payload } = ask('list_threads', { chat_id: chatId, min_events_count: 100 })
      const threads = readList(payload.threads, readThread)
      return success
        ? { type: 'threads_loaded', chatId, threads, since: inbox.revision }
        : undefined
    },
  ]
  function askFor(what: number, chatId: string) {
    const response = asking[what]?.(chatId)
    if (response) responses.push(response)
  }
  function deliver(count = Number.POSITIVE_INFINITY, twice = false) {
    pushes.push(...agent.pushes())
    for (const { action, payload } of pushes.splice(0, count)) {
      const push = readPush(action, payload)
      if (!push) continue
      apply(push)
      if (!twice) continue
      const before = inbox
      apply(push)
      expect(contentOf(inbox)).toEqual(contentOf(before))
      expect(inbox.chats).toBe(before.chats)
      expect(inbox.conversations).toBe(before.conversations)
    }
  }
  function respond(last = false) {
    const response = last ? responses.pop() : responses.shift()
    if (response) apply(response)
  }
  return {
    get inbox(): Inbox {
      return inbox
    },
    followAll,
    idAt,
    askFor,
    deliver,
    respond,
    connect() {
      pushes = []
      agent.take()
      const again = rtm.agent(email, {}, scopes)
      apply({ type: 'connected', ...readLogin(again.login.payload) })
      again.request('logout')
      askFor(0, '')
      for (const id of ids()) {
        askFor(1, id)
        askFor(2, id)
      }
    },
    write(chatId: string, value: number) {
      const message = {
        customId: `m${value}`,
        chatId,
        text: `Mine ${value}`,
        agentsOnly: value % 2 === 1,
        createdAt: rtm.world.now(),
      }
      apply({ type: 'message_written', message: { ...message, status: 'sending' } })
      const { success, payload } = ask('send_event', {
        chat_id: chatId,
        event: {
          type: 'message',
          text: message.text,
          visibility: message.agentsOnly ? 'agents' : 'all',
          custom_id: message.customId,
        },
      })
      if (!success) return apply({ type: 'message_discarded', chatId, customId: message.customId })
      const eventId = String(payload.event_id)
      apply({ type: 'message_written', message: { ...message, status: 'sent', eventId } })
    },
    settle() {
      while (responses.length > 0) respond()
      deliver()
    },
    ids,
  }
}

type Page = ReturnType<typeof createPage>

function make(page: Page, rtm: Rtm, asked: ReturnType<typeof actingAgent>, move: Move): void {
  switch (move.kind) {
    case 'step':
      take(rtm, asked, move.step)
      page.followAll()
      break
    case 'deliver':
      page.deliver(move.count, move.twice)
      break
    case 'ask':
      page.askFor(move.what, page.idAt(move.chat))
      break
    case 'respond':
      page.respond(move.last)
      break
    case 'write':
      page.write(page.idAt(move.chat), move.value)
      break
    case 'reconnect':
      page.connect()
  }
}

/** What can be seen of an inbox: not how often it was told. */
function contentOf({ chats, conversations, outgoing, incomplete }: Inbox) {
  return {
    chats: [...chats.values()],
    conversations: [...conversations.values()],
    outgoing,
    incomplete,
  }
}

/** A chat in a form that can be compared: a namespace without values is none, and people have no order. */
function comparable({ closedAt: _, ...chat }: Chat & { closedAt?: number }) {
  return {
    ...chat,
    properties: filled(chat.properties),
    users: chat.users.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    lastThread: chat.lastThread && {
      ...chat.lastThread,
      properties: filled(chat.lastThread.properties),
    },
  }
}

function filled(properties: Chat['properties']) {
  return new Map([...properties].filter(([, values]) => values.size > 0))
}

/** Lets all of it happen, and tells what the agent knows of the world and what there is to know. */
function play(who: typeof smith, made: readonly Move[]) {
  const rtm = createTestRtm({ chats: 5 })
  openChats(rtm)
  const asked = actingAgent(rtm)
  const page = createPage(rtm, who)
  page.followAll()
  page.connect()
  page.settle()
  for (const move of made) make(page, rtm, asked, move)
  page.settle()
  const { request } = rtm.agent(who.email, {}, who.scopes)
  const chats = readList(request('list_chats', { limit: 100 }).payload.chats_summary, readChat)
  const threads = chats.flatMap(({ id }) => {
    const { payload } = request('list_threads', { chat_id: id, min_events_count: 100 })
    return readList(payload.threads, readThread)
  })
  rtm.close()
  return {
    inbox: page.inbox,
    chats,
    threads: new Map(threads.map((thread) => [thread.id, thread])),
  }
}

/** What an agent who is not in a chat knows of it. */
function rowOf({ id, groupIds, properties, users, lastThread }: Chat) {
  const agents = users.filter(({ type, present }) => type === 'agent' && present)
  return {
    id,
    groupIds,
    properties: filled(properties),
    agents: lastThread?.active ? agents.map((agent) => agent.id).toSorted() : [],
    lastThread: lastThread && { ...lastThread, properties: filled(lastThread.properties) },
  }
}

/** Each case is a world of its own. */
const [runs, most] = [30, 5_000]

test('whatever comes twice, late or first: an agent who follows every chat knows it as it is', () => {
  return checkProperty(
    fc.property(moves, (made) => {
      const { inbox, chats, threads } = play(smith, made)
      expect([...inbox.chats.values()].map(({ id }) => id).toSorted()).toEqual(
        chats.map(({ id }) => id).toSorted(),
      )
      for (const chat of chats) {
        const known = inbox.chats.get(chat.id)
        expect(known && comparable(known)).toEqual(comparable(chat))
        expect(outgoingIn(inbox, chat.id)).toEqual([])
        for (const { id, active, events } of inbox.conversations.get(chat.id)?.threads ?? []) {
          expect({ active, events }).toEqual({
            active: threads.get(id)?.active,
            events: threads.get(id)?.events,
          })
        }
      }
    }),
    runs,
    most,
  )
})

test('an agent with access by group knows who has which chat, and the queue', () => {
  return checkProperty(
    fc.property(moves, (made) => {
      const { inbox, chats } = play(ada, made)
      for (const chat of chats) {
        const known = inbox.chats.get(chat.id)
        expect(known && rowOf(known)).toEqual(rowOf(chat))
      }
    }),
    runs,
    most,
  )
})
