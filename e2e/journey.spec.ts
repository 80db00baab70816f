import type { Locator, Page } from '@playwright/test'
import { createInbox, type Inbox } from '../sandbox/inbox/inbox.ts'
import type { Chat } from '../sandbox/model/chat.ts'
import type { World } from '../sandbox/world/world.ts'
import { expect, test } from './support/fixtures.ts'
import { openSignedIn } from './support/session-steps.ts'
import { textsOf } from './support/world-inbox.ts'

/** A whole day's work at one chat among 20,000, once by mouse and once by keyboard alone. */

const talk = (page: Page) => page.getByRole('region', { name: 'Conversation' })
const reply = (page: Page) => page.getByRole('textbox', { name: /Reply|Note/ })
const results = (page: Page) => page.getByRole('list', { name: 'Results' })
const began = (page: Page) => page.getByText('Start of conversation')

/** A large inbox with a chat of many threads, whose first message has two rare words. */
function fillInbox(world: World): { inbox: Inbox; chatId: string } {
  const [small] = world.inboxes.values()
  if (!small) throw new Error('the sandbox has no inbox')
  const { organization, agents, groups } = small
  const options = { seed: 1, organization, agents, groups, chats: 20_000, now: world.now() }
  const inbox = createInbox(options)
  world.inboxes.set(organization.organizationId, inbox)
  const old = inbox.index.all().find(({ id }) => isLongStory(inbox.read(id)))
  if (!old) throw new Error('the sandbox has no such chat')
  inbox.change(old.id, (chat) => {
    const said = chat.threads[0]?.events.find((event) => event.type === 'message')
    if (said?.type === 'message') said.text = 'Do you have the quicksilver kettle?'
  })
  return { inbox, chatId: old.id }
}

function isLongStory(chat: Chat | undefined): boolean {
  return (
    chat !== undefined &&
    chat.threads.length > 4 &&
    chat.threads.every(
      (thread) =>
        !thread.active &&
        thread.restricted_access === undefined &&
        thread.access.group_ids.every((group) => group < 3),
    )
  )
}

async function expectManyChats(page: Page) {
  const found = await page.locator('.found').textContent()
  expect(Number(found?.replace(/\D/g, ''))).toBeGreaterThan(10_000)
}

async function expectNote(page: Page) {
  const note = talk(page).locator('.event[data-note="true"]').filter({ hasText: 'told them' })
  await expect(note).toContainText('visible to agents only')
}

test('by mouse: a chat is found, read back to its first event, answered, given a note, closed and found again', async ({
  page,
  world,
}) => {
  test.setTimeout(120_000)
  const { inbox, chatId } = fillInbox(world)
  await openSignedIn(page)
  await expectManyChats(page)

  await page.getByRole('link', { name: 'Archives' }).click()
  // The list of chats has such a field, too.
  await expect(page.getByRole('heading', { level: 1, name: 'Archives' })).toBeVisible()
  await page.getByRole('searchbox').fill('quicksilver kettle')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.getByText('1 found')).toBeVisible()
  await results(page).getByRole('link').click()
  await expect(page.locator('.thread mark').first()).toHaveText('quicksilver')
  await page.getByRole('link', { name: 'Open full chat' }).click()

  await expect(async () => {
    await page.locator('.talk-scroller').hover()
    await page.mouse.wheel(0, -5000)
    await expect(began(page)).toBeInViewport({ timeout: 300 })
  }).toPass()
  await expect(talk(page).getByText('quicksilver kettle')).toBeAttached()
  await expect(page.locator('.thread')).toHaveCount(inbox.read(chatId)?.threads.length ?? 0)

  await page.getByRole('button', { name: 'Reopen chat' }).click()
  await reply(page).fill('Your zirconium kettle is back')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('radio', { name: 'Note' }).check()
  await reply(page).fill('told them')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expectNote(page)
  await expect
    .poll(() => textsOf(world, chatId).slice(-2))
    .toEqual(['Your zirconium kettle is back', 'told them'])
  await page.getByRole('button', { name: 'Close chat' }).click()
  await expectClosed(inbox, chatId)

  await page.getByRole('link', { name: 'Archives' }).click()
  // The list of everything comes first; it empties the field.
  await expect(page.getByText(/\d found$/)).toBeVisible()
  await page.getByRole('searchbox').fill('zirconium')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.getByText('1 found')).toBeVisible()
  await results(page).getByRole('link').click()
  await expect(page.locator('.thread mark')).toHaveText('zirconium')
  await expect(talk(page).getByText('told them')).toBeVisible()
})

/** Until then it can be undone. */
async function expectClosed(inbox: Inbox, chatId: string) {
  await expect.poll(() => inbox.entry(chatId)?.active, { timeout: 10_000 }).toBe(false)
}

/** Presses a key until an element has the focus. */
async function goTo(page: Page, wanted: Locator, key = 'Tab') {
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${wanted}`)
}

test('by keyboard alone: the same, from the search to finding it again', async ({
  page,
  world,
}) => {
  test.setTimeout(120_000)
  const { inbox, chatId } = fillInbox(world)
  await openSignedIn(page)
  await expectManyChats(page)
  const { keyboard } = page

  await keyboard.press('/')
  await keyboard.type('quicksilver kettle')
  await keyboard.press('Enter')
  await expect(page.getByText('1 found')).toBeVisible()
  await goTo(page, results(page).getByRole('link'))
  await keyboard.press('Enter')
  await expect(page.locator('.thread mark').first()).toHaveText('quicksilver')
  await goTo(page, page.getByRole('link', { name: 'Open full chat' }))
  await keyboard.press('Enter')

  await goTo(page, page.getByRole('region', { name: 'Messages' }))
  await expect(async () => {
    await keyboard.press('Home')
    await expect(began(page)).toBeInViewport({ timeout: 300 })
  }).toPass()
  await expect(talk(page).getByText('quicksilver kettle')).toBeAttached()

  await goTo(page, page.getByRole('button', { name: 'Reopen chat' }))
  await keyboard.press('Enter')
  await expect(reply(page)).toBeFocused()
  await keyboard.type('Your zirconium kettle is back')
  await keyboard.press('Enter')
  await goTo(page, page.getByRole('radio', { name: 'Reply' }))
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Note' })).toBeChecked()
  await goTo(page, reply(page), 'Shift+Tab')
  await keyboard.type('told them')
  await keyboard.press('Enter')
  await expect
    .poll(() => textsOf(world, chatId).slice(-2))
    .toEqual(['Your zirconium kettle is back', 'told them'])
  await expectNote(page)

  await goTo(page, page.getByRole('button', { name: 'Close chat' }), 'Shift+Tab')
  await keyboard.press('Enter')
  await expectClosed(inbox, chatId)

  // The next chat that waits opens, ready for a reply; out of it.
  await expect(page).not.toHaveURL(new RegExp(chatId))
  await expect(reply(page)).toBeFocused()
  await keyboard.press('Escape')
  await expect(talk(page)).toBeHidden()
  await keyboard.press('/')
  await keyboard.type('zirconium')
  await keyboard.press('Enter')
  await expect(page.getByText('1 found')).toBeVisible()
  await goTo(page, results(page).getByRole('link'))
  await keyboard.press('Enter')
  await expect(page.locator('.thread mark')).toHaveText('zirconium')
  await expect(talk(page).getByText('told them')).toBeVisible()
})
