import type { Page } from '@playwright/test'
import type { Chat } from '../sandbox/model/chat.ts'
import type { World } from '../sandbox/world/world.ts'
import { expectNothingSeriousInAnyLook } from './support/axe.ts'
import {
  agent,
  chatList,
  expect,
  goTo,
  signInButton,
  test,
  withoutLiveFeed,
} from './support/fixtures.ts'
import { goOnline, openSignedIn } from './support/session-steps.ts'
import { inboxOf, say } from './support/world-inbox.ts'
import { asked } from './support/world-requests.ts'

const talk = (page: Page) => page.getByRole('region', { name: 'Conversation' })
const row = (page: Page, text: string) =>
  chatList(page).getByRole('listitem').filter({ hasText: text })

const isMine = (chat: Chat) =>
  chat.customer !== undefined &&
  chat.threads.at(-1)?.active === true &&
  chat.agents.some(({ id, present }) => present && id === agent.email)

function ownChat(world: World): string {
  const inbox = inboxOf(world)
  const own = inbox.index.all().find(({ id }) => {
    const chat = inbox.read(id)
    return chat !== undefined && isMine(chat)
  })
  if (!own) throw new Error('the sandbox has no such chat')
  return own.id
}

/** Waits until the agent is connected, and everything on screen was loaded again because of it. */
async function connected(page: Page, world: World): Promise<void> {
  const isDone = () => {
    const login = world.requests.findLastIndex(({ endpoint }) => endpoint === 'login')
    return login !== -1 && world.requests.slice(login).some((one) => one.endpoint === 'list_chats')
  }
  await expect.poll(isDone).toBe(true)
  await page.waitForLoadState('networkidle')
}

async function openLive(page: Page, world: World): Promise<string> {
  await openSignedIn(page, { at: '/chats?show=mine' })
  await connected(page, world)
  const chatId = ownChat(world)
  await goTo(page, `/chats/${chatId}?show=mine`)
  await expect(talk(page).locator('.event').first()).toBeAttached()
  return chatId
}

test('a customer’s message is in the list and in the open chat in a moment, and nothing is polled', async ({
  page,
  world,
}) => {
  const chatId = await openLive(page, world)
  await page.clock.install()
  world.requests.length = 0
  await page.clock.runFor(60_000)
  expect(world.requests.map(({ endpoint }) => endpoint).filter((one) => one !== 'ping')).toEqual([])
  say(world, chatId, 'Are you there?')
  await expect(talk(page).getByText('Are you there?')).toBeVisible()
  await expect(row(page, 'Are you there?')).toBeVisible()
  await expectNothingSeriousInAnyLook(page, [1280, 320])
})

test('without web sockets the chats are polled, and the page says so', async ({ page, world }) => {
  await withoutLiveFeed(page)
  await page.clock.install()
  await openSignedIn(page, { at: '/chats?show=mine' })
  await page.clock.runFor(11_000)
  await expect(
    page.getByText('Live updates are unavailable. Checking every 10 seconds.'),
  ).toBeVisible()
  say(world, ownChat(world), 'Found by asking.')
  await page.clock.runFor(11_000)
  await expect(row(page, 'Found by asking.')).toBeVisible()
  await expectNothingSeriousInAnyLook(page, [1280, 320])
})

test('a page that is left ends its connection, and has one again when the agent is back', async ({
  page,
  world,
  stack,
}) => {
  await openLive(page, world)
  const { connections } = stack.sandbox.rtm
  expect(connections.size).toBe(1)
  await page.goto(`${stack.accountsUrl}/`)
  await expect.poll(() => asked(world, 'logout').length).toBe(1)
  expect(connections.size).toBe(0)
  await page.goto('/chats')
  await signInButton(page).click()
  await expect.poll(() => connections.size).toBe(1)
})

test('what was missed without a network is there a moment after it is back', async ({
  page,
  world,
  stack,
}) => {
  const chatId = await openLive(page, world)
  await page.context().setOffline(true)
  for (const connection of [...stack.sandbox.rtm.connections]) connection.terminate()
  say(world, chatId, 'Lost on the way?')
  await expect(page.getByText('You’re offline')).toBeVisible()
  await goOnline(page)
  await expect(talk(page).getByText('Lost on the way?')).toBeVisible()
  await expect(row(page, 'Lost on the way?')).toBeVisible()
  await expect(page.getByText('You’re offline')).toBeHidden()
})
