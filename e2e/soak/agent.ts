import type { BrowserContext } from '@playwright/test'
import type { Random } from '../../sandbox/lib/seeded-random.ts'
import type { World } from '../../sandbox/world/world.ts'
import { agent } from '../support/fixtures.ts'
import { goOnline } from '../support/session-steps.ts'
import { inboxOf } from '../support/world-inbox.ts'
import type { ConnectionWatch } from './connections.ts'
import { type Deed, pickFrom } from './deeds.ts'
import {
  look,
  openChat,
  outgoingIn,
  repair,
  replyField,
  type Tab,
  talkWith,
  wordsIn,
} from './tabs.ts'

export interface AgentOptions {
  context: BrowserContext
  world: World
  random: Random
  connections: ConnectionWatch
  /** Chats that are the agent's to the end. */
  chats: readonly { id: string; customer: string }[]
  open: (context: BrowserContext) => Promise<Tab>
  /** Does something after so many further deeds. */
  later: (deeds: number, act: () => unknown) => void
}

/** An agent in three tabs of a browser: what they do, and what happens to the tabs. */
export async function createAgent(options: AgentOptions) {
  const { context, world, random, connections, chats, open, later } = options
  const tabs: Tab[] = []
  /** Tabs whose scripts stand still. */
  const frozen = new Set<Tab>()
  const sent: string[] = []
  let isOffline = false
  let repaired = 0
  for (let count = 0; count < 3; count += 1) tabs.push(await open(context))

  const awake = () => tabs.filter((tab) => !frozen.has(tab))
  const lookAtAll = async () => {
    for (const { page } of awake()) await look(page)
  }

  async function reply(): Promise<void> {
    const tab = pickFrom(awake(), random)
    const chat = pickFrom(chats, random)
    if (!tab || !chat) return
    const { page } = tab
    repaired += await repair(page)
    await openChat(page, chat.id)
    // Until then the field is that of the chat before.
    await talkWith(page, chat.customer).waitFor({ timeout: 15_000 })
    const field = replyField(page)
    const text = `reply-${sent.length + 1}`
    await field.fill(text, { timeout: 15_000 })
    await field.press('Enter', { timeout: 15_000 })
    // Without a session it stays a draft.
    if ((await field.inputValue({ timeout: 15_000 })) === '') sent.push(text)
  }

  async function browse(): Promise<void> {
    const { page } = pickFrom(awake(), random) ?? {}
    const own = inboxOf(world)
      .index.all()
      .filter(({ active, present }) => active && present.includes(agent.email))
    const chat = pickFrom(own, random)
    if (page && chat) await openChat(page, chat.id)
  }

  async function replaceTab(): Promise<void> {
    const tab = pickFrom(awake(), random)
    if (!tab || isOffline) return
    // With one under way the browser would ask first.
    for (const { id, customer } of chats) {
      await openChat(tab.page, id)
      await talkWith(tab.page, customer).waitFor({ timeout: 15_000 })
      if ((await outgoingIn(tab.page).count()) > 0) return
    }
    world.faults.length = 0
    await tab.page.close()
    tabs[tabs.indexOf(tab)] = await open(context)
  }

  async function freezeTab(): Promise<void> {
    const tab = pickFrom(awake(), random)
    if (!tab || frozen.size > 0) return
    frozen.add(tab)
    // Its connection stays open without it.
    connections.allowTwo(true)
    await tab.freeze(true)
    await lookAtAll()
    later(10 + random.int(60), async () => {
      await tab.freeze(false)
      frozen.delete(tab)
      await look(tab.page)
      connections.allowTwo(false)
    })
  }

  async function goOffline(): Promise<void> {
    if (isOffline || frozen.size > 0) return
    isOffline = true
    await context.setOffline(true)
    for (const one of connections.own()) one.terminate()
    later(10 + random.int(60), async () => {
      for (const { page } of awake()) await goOnline(page)
      isOffline = false
    })
  }

  const deeds: Deed[] = [
    { name: 'replies', weight: 8, run: reply },
    { name: 'chats opened', weight: 4, run: browse },
    { name: 'tabs looked at', weight: 2, run: lookAtAll },
    { name: 'tabs closed and opened', weight: 2, run: replaceTab },
    { name: 'tabs frozen', weight: 1, run: freezeTab },
    { name: 'times offline', weight: 1, run: goOffline },
  ]
  return {
    tabs: tabs as readonly Tab[],
    deeds,
    sent,
    /** Does what an agent would do about what did not work. */
    async repair({ page }: Tab): Promise<void> {
      repaired += await repair(page)
    },
    repaired: () => repaired,
  }
}

/**
 * Milliseconds until each message was on the screen of a tab, or a later one of its chat. Of chats that the agent no longer
 * has there may be none.
 */
export async function delaysIn(
  tab: Tab,
  words: readonly { text: string; chatId: string; at: number }[],
): Promise<number[]> {
  const seen = await wordsIn(tab)
  const latest = new Map<string, number>()
  const delays: number[] = []
  for (const { text, chatId, at } of words.toReversed()) {
    const shown = seen.get(text.split(' ')[0] ?? '') ?? Number.POSITIVE_INFINITY
    const by = Math.min(shown, latest.get(chatId) ?? Number.POSITIVE_INFINITY)
    latest.set(chatId, by)
    if (at > tab.openedAt && Number.isFinite(by)) delays.push(Math.max(0, by - at))
  }
  return delays
}
