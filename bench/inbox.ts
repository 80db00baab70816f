import type { Chat } from '../src/agent-chat/index.ts'
import type { Push } from '../src/agent-chat/live-feed/index.ts'
import {
  applyUpdate,
  createChatList,
  emptyInbox,
  type Inbox,
  type View,
} from '../src/inbox/index.ts'
import { agent, chatOf, customer, me, message, threadOf } from '../src/inbox/testing/test-chats.ts'
import type { Group, Line } from './bench.ts'
import { race, type Samples } from './race.ts'

const sizes = [250, 10_000, 100_000]
const pageSize = 50
/** How many of the chats are open. */
const openChats = 100
/** Pushes of one sample, since one alone is shorter than the clock is exact. */
const pushes = 100
const rounds = { warmUp: 10, counted: 20 }
const whole = { first: undefined, last: undefined }

/** What a push costs an inbox and two lists of it, as the inbox grows. */
export const inbox: Group = {
  name: 'inbox',
  title: 'A push',
  async measure() {
    const costs: Samples = {}
    for (const size of sizes) {
      const name = `${size.toLocaleString('en')} chats`
      const { empty, full } = follower(size)
      const samples = await race(
        [
          { name: `${name}, nothing new`, run: async () => empty() },
          { name, run: async () => full() },
        ],
        rounds,
      )
      Object.assign(costs, samples)
    }
    const [floor = ''] = Object.keys(costs)
    return [
      {
        unit: 'ms',
        work: '100 messages of customers, and two lists brought up to date after each',
        samples: costs,
        floor,
        goal: '≤ 100 ms, flat',
      },
    ] satisfies Line[]
  },
}

/** Somebody who follows an inbox with two lists. */
function follower(size: number) {
  let known = load(size)
  const lists = (['all', 'mine'] satisfies View[]).map((show) =>
    createChatList({ show, groupId: undefined, order: 'newest-first' }, me),
  )
  let told = 0
  const hear = (next: () => Push) => () => {
    const start = performance.now()
    for (let count = 0; count < pushes; count += 1) {
      known = applyUpdate(known, next(), told)
      for (const list of lists) list(known.chats, whole)
    }
    return performance.now() - start
  }
  return {
    empty: hear(() => says(0, 0)),
    full: hear(() => {
      told += 1
      return says(told % openChats, told)
    }),
  }
}

function says(chat: number, number: number): Push {
  const event = message(`T${chat}_${number}`, 10_000_000 + number)
  return { type: 'incoming_event', chatId: `Q${chat}`, threadId: `T${chat}`, event }
}

function load(size: number): Inbox {
  let loaded = emptyInbox
  for (let start = 0; start < size; start += pageSize) {
    const chats = Array.from({ length: pageSize }, (_, index) => chatAt(start + index))
    const page = { chats, found: size, nextPageId: 'next', previousPageId: 'previous' }
    const since = loaded.revision
    loaded = applyUpdate(loaded, { type: 'chats_loaded', page, filter: {}, since }, start)
  }
  return loaded
}

function chatAt(index: number): Chat {
  return chatOf(`Q${index}`, {
    users: [customer, agent(me)],
    lastThread: threadOf(`T${index}`, { active: index < openChats, createdAt: 9_000_000 - index }),
    lastEvent: message(`T${index}_0`, 9_000_000 - index),
  })
}
