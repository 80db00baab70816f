import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext } from '@playwright/test'
import { quantile } from '../../bench/statistics.ts'
import { mintAccessToken, setTokenLifetime } from '../../sandbox/control/control-actions.ts'
import { createRandom } from '../../sandbox/lib/seeded-random.ts'
import { agent, clientId, expect, test } from '../support/fixtures.ts'
import { inboxOf, textsOf } from '../support/world-inbox.ts'
import { createAgent, delaysIn } from './agent.ts'
import { createChaos } from './chaos.ts'
import { watchConnections } from './connections.ts'
import { createCrowd } from './crowd.ts'
import { pickDeed } from './deeds.ts'
import { report } from './figures.ts'
import {
  beingWrittenIn,
  listsIn,
  openChat,
  openTab,
  outgoingIn,
  type Tab,
  textsIn,
} from './tabs.ts'

const minutes = Number(process.env.SOAK_MINUTES ?? 30)
const seed = Number(process.env.SOAK_SEED ?? 1)
/** Milliseconds after which nothing goes wrong for a while, and all tabs are looked through. */
const roundTime = 60_000
/** Milliseconds in which they have to be right then. */
const patience = 60_000

// So high that all rows of the agent's own chats are drawn.
const viewport = { width: 1280, height: 3_000 }
test.use({ viewport })

test(`for ${minutes} minutes three tabs hear late, twice, in disorder or nothing, and then show all there is`, async ({
  context,
  browser,
  stack: { sandbox },
  world,
}, info) => {
  test.setTimeout(0)
  const random = createRandom(seed)
  const inbox = inboxOf(world)
  const traffic = { pushes: 0, logins: 0, 'token swaps': 0 }
  const problems: string[] = []
  const connections = watchConnections(sandbox.rtm, agent.email)
  const open = (where: BrowserContext) => openTab(where, traffic, problems)
  const waiting: { deeds: number; act: () => unknown }[] = []
  const later = (deeds: number, act: () => unknown) => void waiting.push({ deeds, act })

  // Chats are given to agents who are there.
  mintAccessToken(world, { clientId, email: agent.email })
  const crowd = await createCrowd(sandbox, random)
  // So short that a connection gets another token every half minute.
  setTokenLifetime(world, clientId, 40)
  const { steady: chats } = crowd
  const me = await createAgent({ context, world, random, connections, chats, open, later })
  const chaos = createChaos({ sandbox, random, connections, later })
  const deeds = [...crowd.deeds, ...me.deeds, ...chaos]
  const counts: Record<string, number> = {}
  const delays: number[] = []
  let slowest = 0
  let rounds = 0

  async function act(): Promise<void> {
    const { name, run } = pickDeed(deeds, random)
    // What is refused, or reaches nobody, is given up.
    const isDone = await run().then(
      () => true,
      () => false,
    )
    const what = isDone ? name : 'in vain'
    counts[what] = (counts[what] ?? 0) + 1
    for (const one of waiting.splice(0)) {
      if (one.deeds > 0) waiting.push({ ...one, deeds: one.deeds - 1 })
      else await one.act()
    }
    await wait(random.int(150))
  }

  async function calmDown(): Promise<void> {
    for (const one of waiting.splice(0)) await one.act()
    world.faults.length = 0
    world.pushFaults.length = 0
    await crowd.rest()
  }

  /** A tab shows the last messages of a chat, and has none of its own any more that did not arrive. */
  async function expectChat(tab: Tab, chatId: string): Promise<void> {
    const { page } = tab
    await openChat(page, chatId)
    await expect(async () => {
      await me.repair(tab)
      expect(await outgoingIn(page).count()).toBe(0)
      const said = textsOf(world, chatId).slice(-20)
      expect((await textsIn(page)).slice(-said.length)).toEqual(said)
      expect(await beingWrittenIn(page).count()).toBe(0)
    }).toPass({ timeout: patience })
  }

  /** All tabs show what LiveChat knows, and the same as one that has just been opened in another browser. */
  async function expectLists(): Promise<void> {
    const elsewhere = await browser.newContext({ viewport })
    connections.allowTwo(true)
    const other = await open(elsewhere)
    await expect(async () => {
      const own = inbox.index
        .all()
        .filter(({ active, present }) => active && present.includes(agent.email))
        .map(({ id }) => id)
      const expected = await listsIn(other)
      expect(expected.mine.map(({ id }) => id).toSorted()).toEqual(own.toSorted())
      for (const tab of me.tabs) expect(await listsIn(tab)).toEqual(expected)
    }).toPass({ timeout: patience })
    await elsewhere.close()
    await expect.poll(() => connections.own().length).toBe(1)
    connections.allowTwo(false)
  }

  async function check(): Promise<void> {
    const start = Date.now()
    for (const tab of me.tabs) for (const { id } of chats) await expectChat(tab, id)
    await expect.poll(() => connections.own().length, { timeout: patience }).toBe(1)
    const arrived = chats.flatMap(({ id }) => textsOf(world, id))
    const copies = me.sent.map((text) => arrived.filter((one) => one === text).length)
    expect(copies).toEqual(me.sent.map(() => 1))
    await expectLists()
    slowest = Math.max(slowest, Date.now() - start)
    for (const tab of me.tabs) delays.push(...(await delaysIn(tab, crowd.words)))
    crowd.words.length = 0
  }

  const end = Date.now() + minutes * 60_000
  while (Date.now() < end) {
    const pause = Math.min(Date.now() + roundTime, end)
    while (Date.now() < pause) await act()
    await calmDown()
    await check()
    rounds += 1
    console.log(`${rounds} rounds`, counts)
  }
  connections.stop()
  crowd.leave()
  const milliseconds = (value: number) => `${Math.round(value)} ms`
  report(info, {
    seed,
    rounds,
    ...counts,
    ...traffic,
    'repaired by a click': me.repaired(),
    'until a message was on screen, median': milliseconds(quantile(delays, 0.5)),
    'slowest of twenty': milliseconds(quantile(delays, 0.95)),
    'slowest of all': milliseconds(quantile(delays, 1)),
    'until all was right, at most': milliseconds(slowest),
    'two connections at once, at most': milliseconds(connections.longestOverlap()),
  })
  expect(connections.longestOverlap()).toBeLessThan(1_000)
  expect(problems).toEqual([])
})
