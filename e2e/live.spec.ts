import type { Page } from '@playwright/test'
import { mintAccessToken } from '../sandbox/control/control-actions.ts'
import { closeThread } from '../sandbox/inbox/chat-mutations.ts'
import type { Chat } from '../sandbox/model/chat.ts'
import type { World } from '../sandbox/world/world.ts'
import { expectNothingSeriousInAnyLook } from './support/axe.ts'
import {
  agent,
  chatList,
  clientId,
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
  await openSignedIn(page, { at: '/chats' })
  await connected(page, world)
  const chatId = ownChat(world)
  await goTo(page, `/chats/${chatId}`)
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

test('under the pointer a chat that leaves the list stays, and says what became of it', async ({
  page,
  world,
}) => {
  await openSignedIn(page, { at: '/chats' })
  await connected(page, world)
  const chatId = ownChat(world)
  const item = chatList(page)
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href^="/chats/${chatId}"]`) })
  await item.hover()
  say(world, chatId, 'One more thing')
  await expect(item).toContainText('One more thing')
  inboxOf(world).change(chatId, (chat) => closeThread(chat, { type: 'custom' }, world.now()))
  await expect(item).toContainText('Closed')
  await expect(item).not.toContainText('Needs a reply')
})

test('without web sockets the chats are polled, and the page says so', async ({ page, world }) => {
  await withoutLiveFeed(page)
  await page.clock.install()
  await openSignedIn(page, { at: '/chats' })
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

test('agent and customer see each other write, word by word, and a hidden tab says that something is unread', async ({
  page,
  world,
  stack,
  browser,
}) => {
  mintAccessToken(world, { clientId, email: agent.email })
  await openSignedIn(page, { at: '/chats' })
  await connected(page, world)
  const customer = await (await browser.newContext()).newPage()
  await customer.goto(`${stack.apiUrl}/customer`)
  await customer.getByLabel('Name').fill('Robin Fields')
  await customer.getByLabel('How can we help?').fill('My tent leaks.')
  await customer.getByRole('button', { name: 'Start chat' }).click()
  await row(page, 'Robin Fields').getByRole('link').click()
  await expect(talk(page).getByText('My tent leaks.')).toBeVisible()

  const message = customer.getByLabel('Message', { exact: true })
  await message.pressSequentially('It is the seam')
  const written = page.getByRole('list', { name: 'Being written' })
  await expect(written).toContainText('It is the seam')
  await expect(row(page, 'Typing: It is the seam')).toBeVisible()
  await expectNothingSeriousInAnyLook(page, [1280, 320])
  await page.getByRole('textbox', { name: 'Reply to customer' }).pressSequentially('Which')
  await expect(customer.getByText('Ada Agent is typing…')).toBeVisible()
  await message.press('Enter')
  await expect(written).toBeHidden()
  await expect(talk(page).getByText('It is the seam')).toBeVisible()

  await page.getByRole('textbox', { name: 'Reply to customer' }).fill('Which one?')
  await page.keyboard.press('Enter')
  const asking = talk(page).locator('.event').filter({ hasText: 'Which one?' })
  await expect(asking.getByText('Seen')).toBeVisible()

  await goTo(page, '/archives')
  await expect(page).toHaveTitle(/Archives · Inbox$/)
  const before = await page.title()
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  })
  await message.pressSequentially('Hello?')
  await message.press('Enter')
  await expect(page).not.toHaveTitle(before, { timeout: 3_000 })
  await expect(page).toHaveTitle(/^\(\d+\) Archives · Inbox$/)
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /favicon-unread\.svg$/)
})

test('an agent who accepts chats is told once, and stops it by a switch', async ({
  page,
  world,
}) => {
  await openSignedIn(page)
  const inbox = inboxOf(world)
  const notice = page.getByRole('region', { name: 'You’re accepting chats' })
  await expect(notice).toBeVisible()
  await expectNothingSeriousInAnyLook(page, [1280, 320])
  await notice.getByRole('button', { name: 'OK' }).click()
  await expect(notice).toBeHidden()
  const accept = page.getByRole('switch', { name: 'Accept chats' })
  await expect(accept).toHaveAttribute('aria-checked', 'true')
  await accept.press('Space')
  await expect(accept).toHaveAttribute('aria-checked', 'false')
  expect(inbox.routingStatus(agent.email)).toBe('not_accepting_chats')
  inbox.setRoutingStatus(agent.email, 'accepting_chats')
  await expect(accept).toHaveAttribute('aria-checked', 'true')
  await expect(notice).toBeHidden()
})

test('an agent who accepts chats here goes on when their other app says that they are away', async ({
  page,
  world,
  stack,
}) => {
  const inbox = inboxOf(world)
  inbox.setRoutingStatus(agent.email, 'not_accepting_chats')
  await openSignedIn(page)
  await page.getByRole('switch', { name: 'Accept chats' }).click()
  await expect(page.getByRole('switch', { name: 'Accept chats' })).toBeChecked()
  const { token } = mintAccessToken(world, { clientId, email: agent.email })
  const { connections, connect } = stack.sandbox.rtm
  const isHere = () => [...connections].some(({ session }) => session?.away === false)
  await expect.poll(isHere).toBe(true)
  const ends = { send() {}, close() {}, terminate() {} }
  const other = connect(new URL('/v3.6/agent/rtm/ws', stack.apiUrl), ends)
  const ask = (action: string, payload: object) =>
    other?.receive(JSON.stringify({ action, request_id: action, payload }))
  ask('login', { token: `Bearer ${token}`, reconnect: true })
  ask('set_away_status', { away: true })
  expect(asked(world, 'set_away_status')).toHaveLength(2)
  expect(inbox.routingStatus(agent.email)).toBe('accepting_chats')
  await expect(page.getByRole('switch', { name: 'Accept chats' })).toBeChecked()
})
