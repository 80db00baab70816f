import type { ChatIndexEntry } from '../inbox/chat-index-entry.ts'
import {
  activeThread,
  appendEvent,
  closeThread,
  joinQueue,
  openThread,
  systemMessage,
} from '../inbox/chat-mutations.ts'
import type { Inbox } from '../inbox/inbox.ts'
import { createRandom, type Random } from '../lib/seeded-random.ts'
import type { Chat } from '../model/chat.ts'
import { scriptsIn } from '../sample-data/conversation-scripts.ts'
import type { World } from '../world/world.ts'

export interface SimulationOptions {
  /** Milliseconds between two steps. */
  every?: number
  seed?: number
}

/** Makes customers of every organization write, queue and leave; the returned function stops it. */
export function simulateCustomers(world: World, options: SimulationOptions = {}): () => void {
  const random = createRandom(options.seed ?? 1)
  const timer = setInterval(() => {
    for (const inbox of world.inboxes.values()) simulateStep(inbox, world.now(), random)
  }, options.every ?? 4000)
  timer.unref()
  return () => clearInterval(timer)
}

/** Changes one chat as one customer would; the same inbox, time and random numbers give the same change. */
export function simulateStep(inbox: Inbox, now: number, random: Random): void {
  const roll = random.next()
  const active = inbox.index.all().filter((entry) => entry.active)
  const waiting = active.filter(({ queuedAt }) => queuedAt !== undefined)
  if (roll < 0.2 && waiting.length < 12) reopenChat(inbox, now, random)
  else if (roll < 0.3 && waiting.length > 0) {
    const gone = changeOne(inbox, waiting, random, leave, now)
    if (gone) setOnline(inbox, gone.id, false)
  } else if (active.length > 0) changeOne(inbox, active, random, sendMessage, now)
}

type CustomerAction = (chat: Chat, now: number, random: Random) => void

function changeOne(
  inbox: Inbox,
  among: ChatIndexEntry[],
  random: Random,
  act: CustomerAction,
  now: number,
): ChatIndexEntry | undefined {
  const entry = among[random.int(among.length)]
  if (entry) inbox.change(entry.id, (chat) => act(chat, now, random))
  return entry
}

/** A customer comes to the website or leaves it, in all of their chats. */
function setOnline(inbox: Inbox, chatId: string, online: boolean): void {
  const customer = inbox.read(chatId)?.customer
  const state = online ? 'chatting' : 'offline'
  if (customer) inbox.changeCustomer(customer.id, (one) => Object.assign(one, { online, state }))
}

/** A customer comes back: a new thread in an inactive chat, at the end of the queue. */
function reopenChat(inbox: Inbox, now: number, random: Random): void {
  const entries = inbox.index.all()
  const entry = entries[random.int(entries.length)]
  if (!entry || entry.active) return
  setOnline(inbox, entry.id, true)
  inbox.change(entry.id, (chat) => {
    const { customer } = chat
    if (!customer) return
    openThread(
      chat,
      {
        id: inbox.newThreadId(),
        active: true,
        groupIds: chat.access.group_ids,
        properties: { routing: { unassigned: true, unreplied: true } },
      },
      now,
    )
    appendEvent(chat, { content: customerMessage(random, 0), author: customer.id }, now)
    joinQueue(chat, now)
  })
}

const sendMessage: CustomerAction = (chat, now, random) => {
  const count = activeThread(chat)?.events.length ?? 0
  if (chat.customer) {
    appendEvent(chat, { content: customerMessage(random, count), author: chat.customer.id }, now)
  }
}

const leave: CustomerAction = (chat, now) => {
  const customer = chat.customer?.name ?? 'The customer'
  const text = 'The chat was closed because the customer left the website'
  closeThread(chat, systemMessage('archived_customer_disconnected', text, { customer }), now)
}

/** A first message for a new thread, a later one for a thread that has some. */
function customerMessage(random: Random, before: number) {
  const texts = scriptsIn('en').flatMap(({ lines }) => {
    const lineTexts = lines.flatMap((line) =>
      line.by === 'customer' && 'text' in line && !line.text.includes('{') ? [line.text] : [],
    )
    return before === 0 ? lineTexts.slice(0, 1) : lineTexts.slice(1)
  })
  return { type: 'message' as const, text: texts[random.int(texts.length)] ?? 'Hello?' }
}
