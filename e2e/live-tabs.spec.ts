import type { BrowserContext, Page } from '@playwright/test'
import type { World } from '../sandbox/world/world.ts'
import { agent, chatList, expect, runningStack, signInButton, test } from './support/fixtures.ts'
import { openSignedIn, signedInTab, signIn, signOut } from './support/session-steps.ts'
import { inboxOf, say } from './support/world-inbox.ts'

const row = (page: Page, text: string) =>
  chatList(page).getByRole('listitem').filter({ hasText: text })

function newestOwnChat(world: World): string {
  const own = inboxOf(world)
    .index.all()
    .find(({ active, present }) => active && present.includes(agent.email))
  if (!own) throw new Error('the sandbox has no such chat')
  return own.id
}

const connections = () => runningStack().sandbox.rtm.connections

/** Opens tabs of one agent, each with a session of its own, and waits until one is connected for all. */
async function openTabs(page: Page, context: BrowserContext, count: number): Promise<Page[]> {
  await signIn(page)
  const tabs = [page]
  while (tabs.length < count) {
    tabs.push(await signedInTab(context))
  }
  await expect.poll(() => connections().size).toBe(1)
  return tabs
}

test('three tabs of an agent have one connection, and each shows what it tells', async ({
  page,
  context,
  world,
}) => {
  const tabs = await openTabs(page, context, 3)
  say(world, newestOwnChat(world), 'To all of you.')
  for (const tab of tabs) await expect(row(tab, 'To all of you.')).toBeVisible()
  expect(connections().size).toBe(1)
})

test('when the tab that is connected closes, another connects within two seconds (F47)', async ({
  page,
  context,
  world,
}) => {
  const [first, ...others] = await openTabs(page, context, 3)
  const before = [...connections()][0]
  await first?.close()
  await expect
    .poll(() => [...connections()].filter((one) => one.session && one !== before).length, {
      timeout: 2_000,
    })
    .toBe(1)
  say(world, newestOwnChat(world), 'Still heard?')
  for (const tab of others) await expect(row(tab, 'Still heard?')).toBeVisible()
  expect(connections().size).toBe(1)
})

test('a tab whose session has ended leaves the connection to another', async ({
  page,
  context,
  world,
}) => {
  const [, second] = await openTabs(page, context, 2)
  const [connection] = connections()
  const [, token = ''] = connection?.session?.authorization.split(' ') ?? []
  world.accessTokens.delete(token)
  connection?.terminate()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByText('Your session has ended', { exact: true })).toBeVisible()
  await expect.poll(() => [...connections()].filter(({ session }) => session).length).toBe(1)
  say(world, newestOwnChat(world), 'Is somebody there?')
  if (second) await expect(row(second, 'Is somebody there?')).toBeVisible()
})

test('what another script of the site says to the tabs makes them ask LiveChat, and no token is said (A63)', async ({
  page,
  context,
  world,
}) => {
  const [first, second] = await openTabs(page, context, 2)
  if (!first || !second) throw new Error('There are two.')
  const chatId = newestOwnChat(world)
  const name = await second.evaluate(async () => (await navigator.locks.query()).held?.[0]?.name)
  expect(name).toMatch(/^sign-in-with-livechat:live-feed:\d /)
  const heard = await second.evaluateHandle((channelName) => {
    const messages: unknown[] = []
    new BroadcastChannel(channelName).onmessage = ({ data }) => messages.push(data)
    return messages
  }, name ?? '')
  await second.evaluate(
    ([channelName = '', id = '']) => {
      const event = { id: 'forged', type: 'message', text: 'Forged.', authorId: 'x', createdAt: 1 }
      const update = { type: 'incoming_event', chatId: id, threadId: 'x', event }
      new BroadcastChannel(channelName).postMessage({ type: 'update', update })
    },
    [name ?? '', chatId],
  )
  say(world, chatId, 'Real.')
  for (const tab of [first, second]) {
    await expect(row(tab, 'Real.')).toBeVisible()
    await expect(row(tab, 'Forged.')).toHaveCount(0)
  }
  const messages = await heard.evaluate((all) => JSON.stringify(all))
  expect(messages).toContain('Real.')
  for (const token of world.accessTokens.keys()) expect(messages).not.toContain(token)
})

test('a sign-out in one tab ends the connection for all, also while the agent types in another', async ({
  page,
  context,
  world,
}) => {
  const [first, second, third] = await openTabs(page, context, 3)
  if (!first || !second || !third) throw new Error('There are three.')
  for (const tab of [first, second]) {
    await tab.locator(`.chat-row[href^="/chats/${newestOwnChat(world)}"]`).click()
    await tab.getByRole('textbox', { name: 'Reply to customer' }).fill('Half a')
  }
  await signOut(third)
  for (const tab of [first, second, third]) await expect(signInButton(tab)).toBeVisible()
  await expect.poll(() => connections().size).toBe(0)
})

test('two agents in two tabs have a connection each', async ({ page, context }) => {
  const smith = { email: 'smith@example.com', password: 'sandbox' }
  await openSignedIn(page)
  const other = await context.newPage()
  await openSignedIn(other, { as: smith })
  await expect
    .poll(() => [...connections()].map(({ session }) => session?.agentId).sort())
    .toEqual([agent.email, smith.email])
})
