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
  /** Milliseconds between two things that happen. */
  every?: number
  seed?: number
}

/** Lets customers of every organization write, queue and leave, until the returned function is called. */
export function simulateCustomers(world: World, options: SimulationOptions = {}): () => void {
  const random = createRandom(options.seed ?? 1)
  const timer = setInterval(() => {
    for (const inbox of world.inboxes.values()) simulateStep(inbox, world.now(), random)
  }, options.every ?? 4000)
  timer.unref()
  return () => clearInterval(timer)
}

/** One thing happens in one chat; the same inbox, time and chance always give the same thing. */
export function simulateStep(inbox: Inbox, now: number, random: Random): void {
  const fate = random.next()
  const active = inbox.index.all().filter((entry) => entry.active)
  const waiting = active.filter(({ queuedAt }) => queuedAt !== undefined)
  if (fate < 0.2 && waiting.length < 12) arrive(inbox, now, random)
  else if (fate < 0.3 && waiting.length > 0) change(inbox, waiting, random, leave, now)
  else if (active.length > 0) change(inbox, active, random, write, now)
}

type Deed = (chat: Chat, now: number, random: Random) => void

function change(
  inbox: Inbox,
  among: ChatIndexEntry[],
  random: Random,
  deed: Deed,
  now: number,
): void {
  const entry = among[random.int(among.length)]
  if (entry) inbox.change(entry.id, (chat) => deed(chat, now, random))
}

/** A customer of old comes back and joins the queue. */
function arrive(inbox: Inbox, now: number, random: Random): void {
  const resting = inbox.index.all()
  const entry = resting[random.int(resting.length)]
  if (!entry || entry.active) return
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
    Object.assign(customer, { online: true, state: 'chatting' })
    appendEvent(chat, { content: says(random, 0), author: customer.id }, now)
    joinQueue(chat, now)
  })
}

const write: Deed = (chat, now, random) => {
  const said = activeThread(chat)?.events.length ?? 0
  if (chat.customer) {
    appendEvent(chat, { content: says(random, said), author: chat.customer.id }, now)
  }
}

const leave: Deed = (chat, now) => {
  const customer = chat.customer?.name ?? 'The customer'
  const text = 'The chat was closed because the customer left the website'
  closeThread(chat, systemMessage('archived_customer_disconnected', text, { customer }), now)
  if (chat.customer) Object.assign(chat.customer, { online: false, state: 'offline' })
}

/** An opening for a new thread, a follow-up later. */
function says(random: Random, before: number) {
  const spoken = scriptsIn('en').flatMap(({ lines }) => {
    const words = lines.flatMap((line) =>
      line.by === 'customer' && 'text' in line && !line.text.includes('{') ? [line.text] : [],
    )
    return before === 0 ? words.slice(0, 1) : words.slice(1)
  })
  return { type: 'message' as const, text: spoken[random.int(spoken.length)] ?? 'Hello?' }
}
