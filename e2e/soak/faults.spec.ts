import type { Page, Route } from '@playwright/test'
import { setTokenLifetime } from '../../sandbox/control/control-actions.ts'
import type { Fault, World } from '../../sandbox/world/world.ts'
import { agent, clientId, expect, goTo, signInButton, test } from '../support/fixtures.ts'
import { ended, signIn } from '../support/session-steps.ts'
import { inboxOf, say, textsOf } from '../support/world-inbox.ts'
import { tokenRequests } from '../support/world-requests.ts'
import { report } from './figures.ts'
import { aliveTokens, countTimers, growth, measure } from './measure.ts'

const minutes = Number(process.env.SOAK_MINUTES ?? 30)
const share = 0.05

/** How a call fails; a browser repeats a call whose connection closed, so connections are cut in front of it. */
const faults = {
  async busy(route, world) {
    await bend(route, world, { status: 429 })
  },
  async 'broken server'(route, world) {
    await bend(route, world, { status: 500 })
  },
  async slow(route, world) {
    await bend(route, world, { delay: 5000 })
  },
  async 'dropped connection'(route) {
    await route.abort('connectionreset')
  },
  async 'lost response'(route) {
    // Playwright, unlike a browser, asks the system for names like api.localhost.
    const url = new URL(route.request().url())
    url.hostname = '127.0.0.1'
    await route.fetch({ url: url.href })
    await route.abort('connectionreset')
  },
} satisfies Record<string, (route: Route, world: World) => Promise<void>>

async function bend(route: Route, world: World, fault: Partial<Fault>): Promise<void> {
  const [, endpoint = ''] = /\/(?:action|v2)\/([^?]+)/.exec(route.request().url()) ?? []
  world.faults.push({ endpoint, times: 1, ...fault })
  await route.continue()
}

type FaultName = keyof typeof faults
const names = Object.keys(faults) as FaultName[]

/** Makes calls of the page fail at random; returns how many did, and how. */
async function failAtRandom(page: Page, world: World) {
  const none = Object.fromEntries(names.map((name) => [name, 0])) as Record<FaultName, number>
  const met = { calls: 0, ...none }
  await page.route(/\/(v3\.6\/\w+\/action|v2)\//, async (route) => {
    met.calls += 1
    const name = Math.random() < share ? names[Math.floor(Math.random() * names.length)] : undefined
    if (!name) return route.continue()
    met[name] += 1
    await faults[name](route, world)
  })
  return met
}

/** The open chats the agent is in. */
function myChats(world: World): string[] {
  const inbox = inboxOf(world)
  return inbox.index
    .all()
    .filter(({ active, present }) => active && present.includes(agent.email))
    .map(({ id }) => id)
}

/** What an agent does when something did not work; counts it. */
function repairsOf(page: Page) {
  const count = { 'sent again': 0, 'tried again': 0, 'signed in again': 0 }
  const press = async (name: RegExp, what: keyof typeof count) => {
    const button = page.getByRole('button', { name }).first()
    if (!(await button.isVisible())) return
    // It may go away by itself.
    const isPressed = await button.click({ timeout: 1000 }).then(
      () => true,
      () => false,
    )
    if (isPressed) count[what] += 1
  }
  return {
    count,
    async repair() {
      if (await ended(page).isVisible()) {
        await signInButton(page).click()
        count['signed in again'] += 1
        await expect(ended(page)).toBeHidden()
      }
      await press(/^Send again$/, 'sent again')
      await press(/Try again$/, 'tried again')
    },
  }
}

test(`for ${minutes} minutes one call in twenty fails, and no message is lost or sent twice`, async ({
  page,
  world,
}, info) => {
  test.setTimeout(0)
  await countTimers(page)
  // So short that LiveChat is asked for a new one every 14 seconds.
  setTokenLifetime(world, clientId, 20)
  await signIn(page, { grantType: 'Code' })
  // A button may go away by itself before it is clicked.
  page.setDefaultTimeout(5000)
  const chats = myChats(world)
  const before = await measure(page)
  const met = await failAtRandom(page, world)
  const { count: repairs, repair } = repairsOf(page)
  const talk = page.getByRole('region', { name: 'Conversation' })
  const field = page.getByRole('textbox', { name: 'Reply to customer' })

  /** The agent waits, and repairs what did not work, until this holds; a virtual machine may be paused for minutes. */
  const until = (holds: () => Promise<void>) =>
    expect(async () => {
      await repair()
      await holds()
    }).toPass({ timeout: 600_000 })

  async function turn(number: number) {
    const chatId = chats[number % chats.length] ?? ''
    const [question, reply] = [`question ${number}`, `reply ${number}`]
    say(world, chatId, question)
    await goTo(page, `/chats/${chatId}`)
    // Until then the field may be that of the chat before.
    await until(() =>
      expect(talk.getByText(question, { exact: true })).toBeVisible({ timeout: 2000 }),
    )
    await until(() => field.fill(reply))
    await until(async () => {
      await field.press('Enter', { timeout: 2000 })
      await expect(field).toHaveValue('', { timeout: 1000 })
    })
    await until(async () => {
      expect(textsOf(world, chatId).filter((text) => text === reply)).toHaveLength(1)
      for (const text of [question, reply])
        await expect(talk.getByText(text, { exact: true })).toHaveCount(1, { timeout: 2000 })
      await expect(talk.getByRole('button', { name: 'Send again' })).toHaveCount(0)
    })
  }

  const end = Date.now() + minutes * 60_000
  let turns = 0
  for (; Date.now() < end; turns += 1) await turn(turns)

  const after = await measure(page)
  const arrived = chats.flatMap((chatId) => textsOf(world, chatId))
  const replies = Array.from({ length: turns }, (_, number) => `reply ${number}`)
  const copies = replies.map((reply) => arrived.filter((text) => text === reply).length)
  const { calls, ...byKind } = met
  report(info, {
    calls,
    ...byKind,
    'messages sent': turns,
    'messages that arrived': copies.filter((times) => times > 0).length,
    'messages sent twice': copies.filter((times) => times > 1).length,
    ...repairs,
    refreshes: tokenRequests(world).length,
    'tokens alive': aliveTokens(world),
    ...growth(before, after),
  })
  expect(copies).toEqual(replies.map(() => 1))
})
