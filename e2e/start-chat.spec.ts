import type { Page } from '@playwright/test'
import { openThread } from '../sandbox/inbox/chat-mutations.ts'
import type { Chat } from '../sandbox/model/chat.ts'
import type { World } from '../sandbox/world/world.ts'
import { expectNothingSerious } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { openSignedIn } from './support/session-steps.ts'
import { inboxOf } from './support/world-inbox.ts'

const talk = (page: Page) => page.getByRole('region', { name: 'Conversation' })
const card = (page: Page) => page.getByRole('complementary', { name: 'Customer details' })
const start = (page: Page) => card(page).getByRole('button', { name: 'Start new chat' })

/** Opens the newest closed chat of a customer with a name. */
async function openClosed(page: Page, world: World): Promise<Chat> {
  const inbox = inboxOf(world)
  const chat = inbox.index
    .all()
    .toReversed()
    .filter((one) => !one.active && one.groupIds.includes(0))
    .map(({ id }) => inbox.read(id))
    .find((one) => one?.customer?.name !== undefined && one.threads.length > 0)
  if (!chat) throw new Error('the sandbox has no such chat')
  await openSignedIn(page)
  await page.evaluate((path) => {
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/chats/${chat.id}`)
  await expect(page.getByText('This chat is closed.')).toBeVisible()
  await page.getByRole('button', { name: 'Show details' }).click()
  return chat
}

test('a customer in an open chat leads to that chat, not to a second one', async ({
  page,
  world,
}) => {
  const { id, customer } = await openClosed(page, world)
  const inbox = inboxOf(world)
  const other: Chat = {
    id: inbox.newChatId(),
    ...(customer && { customer: structuredClone(customer) }),
    agents: [],
    threads: [],
    properties: {},
    access: { group_ids: [0] },
    followers: [],
  }
  openThread(other, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
  inbox.add(other)
  await start(page).click()
  await expect(page.getByRole('alert')).toContainText('This customer already has an open chat.')
  await expectNothingSerious(page)
  await expect(page).toHaveURL(`/chats/${id}`)
  await page.getByRole('link', { name: 'Open that chat' }).click()
  await expect(page).toHaveURL(`/chats/${other.id}`)
  await expect(page.getByRole('button', { name: 'Join chat' })).toBeVisible()
})

test('a chat that cannot be reopened says why and offers a new one', async ({ page, world }) => {
  const { id } = await openClosed(page, world)
  world.faults.push({ endpoint: 'resume_chat', times: 1, errorType: 'missing_access' })
  await page.getByRole('button', { name: 'Reopen chat' }).click()
  await expect(page.getByRole('alert')).toContainText('Ask an administrator to add you')
  await expectNothingSerious(page)
  await talk(page).getByRole('button', { name: 'Start new chat' }).click()
  await expect(page.getByRole('textbox', { name: 'Reply to customer' })).toBeFocused()
  await expect(page).not.toHaveURL(`/chats/${id}`)
})
