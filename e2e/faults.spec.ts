import type { Page } from '@playwright/test'
import { appendEvent } from '../sandbox/inbox/chat-mutations.ts'
import { chatList, expect, goTo, test, watchAlerts } from './support/fixtures.ts'
import { openSignedIn } from './support/session-steps.ts'
import { inboxOf } from './support/world-inbox.ts'
import { asked } from './support/world-requests.ts'

/** Checks that a failure has its own message and that what was on screen stays. */

const talk = (page: Page) => page.getByRole('region', { name: 'Conversation' })

test('leaving a chat while it loads aborts the request silently (F27)', async ({ page, world }) => {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await openSignedIn(page)
  world.faults.push({ endpoint: 'get_chat', times: 1, delay: 60_000 })
  const left = page.waitForEvent('requestfailed', (request) => request.url().includes('get_chat'))
  const asked = page.waitForRequest(/get_chat/)
  const links = chatList(page).getByRole('link')
  await links.nth(0).click()
  await asked
  await links.nth(1).click()
  expect((await left).failure()?.errorText).toBe('net::ERR_ABORTED')
  await expect(talk(page).locator('.event, .restricted').first()).toBeAttached()
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(complaints).toEqual([])
})

test('an older page of a chat that LiveChat no longer knows is loaded again, no thread twice (F22)', async ({
  page,
  world,
}) => {
  const inbox = inboxOf(world)
  const long = inbox.index
    .all()
    .find(({ id, groupIds }) => groupIds.includes(0) && (inbox.read(id)?.threads.length ?? 0) > 6)
  if (!long) throw new Error('the sandbox has no such chat')
  // Tall enough that the older threads are not near the visible part.
  inbox.change(long.id, (chat) => {
    const author = chat.customer?.id ?? ''
    for (let count = 0; count < 160; count += 1)
      appendEvent(chat, { content: { type: 'message', text: 'on and on' }, author }, world.now())
  })
  await openSignedIn(page)
  await goTo(page, `/chats/${long.id}`)
  const earlier = page.getByRole('button', { name: 'Show earlier messages' })
  await expect(earlier).toBeAttached()
  const threads = page.locator('.thread')
  await expect(threads).toHaveCount(1)
  world.faults.push({ endpoint: 'list_threads', times: 1, errorType: 'validation' })
  const alerts = await watchAlerts(page)
  await expect(async () => {
    await page.locator('.older').scrollIntoViewIfNeeded()
    await expect(page.getByText('Start of conversation')).toBeInViewport({ timeout: 300 })
  }).toPass()
  expect(world.faults).toHaveLength(0)
  expect(await alerts()).toEqual([])
  await expect(threads).toHaveCount(inbox.read(long.id)?.threads.length ?? 0)
})

test('when LiveChat knows no page of a chat, requests stop until the agent tries again (F22)', async ({
  page,
  world,
}) => {
  const inbox = inboxOf(world)
  const long = inbox.index
    .all()
    .find(({ id, groupIds }) => groupIds.includes(0) && (inbox.read(id)?.threads.length ?? 0) > 6)
  if (!long) throw new Error('the sandbox has no such chat')
  // So many events that the first page has no other thread.
  inbox.change(long.id, (chat) => {
    const author = chat.customer?.id ?? ''
    for (let count = 0; count < 100; count += 1)
      appendEvent(chat, { content: { type: 'message', text: 'on and on' }, author }, world.now())
  })
  await openSignedIn(page)
  await page.route('**/list_threads', async (route) => {
    const isFirst = !(route.request().postData() ?? '').includes('page_id')
    if (isFirst) return route.fallback()
    world.faults.push({ endpoint: 'list_threads', times: 1, errorType: 'validation' })
    await route.fallback()
  })
  await goTo(page, `/chats/${long.id}`)
  const older = page.getByRole('button', { name: /older chats/i })
  await expect(async () => {
    await page.locator('.older').scrollIntoViewIfNeeded()
    await expect(older).toBeInViewport({ timeout: 300 })
  }).toPass()
  // The first page, the next, and both once more.
  await expect.poll(() => asked(world, 'list_threads').length).toBe(4)
  await expect(older).toHaveText('Couldn’t load older chats. Try again')
  await expect(page.locator('.thread')).not.toHaveCount(0)
  await page.unroute('**/list_threads')
  world.faults.length = 0
  await older.click()
  await expect(page.getByText(/couldn’t/i)).toHaveCount(0)
})
