import type { Page } from '@playwright/test'
import { appendEvent, openThread } from '../sandbox/inbox/chat-mutations.ts'
import { toWireTime } from '../sandbox/model/wire-time.ts'
import type { World } from '../sandbox/world/world.ts'
import { expectNothingSerious } from './support/axe.ts'
import {
  chatList,
  countLoaded,
  expect,
  expectChats,
  test,
  withoutLiveFeed,
} from './support/fixtures.ts'
import { openSignedIn } from './support/session-steps.ts'
import { inboxOf } from './support/world-inbox.ts'
import { asked } from './support/world-requests.ts'

const rows = (page: Page) => chatList(page).getByRole('listitem')
const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' })
const scroller = (page: Page) => page.locator('.chat-scroller')
const looks = (world: World) => asked(world, 'list_chats').length

/** Brings back the customers of closed chats that everybody may see, one after the other. */
function customersReturn(world: World, count: number, text: string): void {
  const inbox = inboxOf(world)
  const closed = inbox.index.all().filter((one) => !one.active && one.groupIds.includes(0))
  for (const { id } of closed.slice(0, count)) {
    inbox.change(id, (chat) => {
      openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
      const author = chat.customer?.id
      const content = { type: 'message' as const, text }
      appendEvent(chat, { content, ...(author && { author }) }, world.now())
    })
  }
}

async function scrollTo(page: Page, offset: number) {
  await scroller(page).evaluate((one, top) => {
    one.scrollTop = top
  }, offset)
  // The rows there are rendered a frame later.
  await expect.poll(async () => (await middleOf(page)).href).not.toBe('')
}

/** The row in the middle of the list, and its position. */
async function middleOf(page: Page) {
  const box = await scroller(page).boundingBox()
  return page.evaluate(
    ([x = 0, y = 0]) => {
      const link = document.elementFromPoint(x, y)?.closest('a')
      return { href: link?.getAttribute('href') ?? '', top: link?.getBoundingClientRect().top }
    },
    [(box?.x ?? 0) + 40, (box?.y ?? 0) + (box?.height ?? 0) / 2],
  )
}

test('with the oldest first, a new chat appears at the end', async ({ page, world }) => {
  customersReturn(world, 9, 'one of many')
  await page.clock.install()
  await openSignedIn(page)
  await page.getByRole('radio', { name: 'Active' }).check()
  await page.getByRole('button', { name: 'By priority' }).click()
  await expect(page).toHaveURL('/chats?show=active&order=oldest')
  await expectChats(page)
  await countLoaded(page)
  await expect(page.getByText('No more chats')).toBeAttached()
  await countLoaded(page)
  customersReturn(world, 1, 'the last to come')
  await page.clock.runFor(11_000)
  const latest = rows(page).filter({ hasText: 'the last to come' })
  await expect(latest).toBeInViewport()
  const { length } = inboxOf(world)
    .index.all()
    .filter((one) => one.active && one.groupIds.some((group) => group < 3))
  await expect(latest).toHaveAttribute('aria-posinset', String(length))
  await expect(page.getByText('No more chats')).toBeVisible()
})

test('far down, the rows in view are kept up to date and stay in place', async ({
  page,
  world,
}) => {
  await withoutLiveFeed(page)
  await page.clock.install()
  await openSignedIn(page)
  await countLoaded(page)
  await expect.poll(() => countLoaded(page)).toBeGreaterThan(150)
  await scrollTo(page, 92 * 120)
  const before = await middleOf(page)
  const id = before.href.split(/[/?]/).at(-2) ?? ''
  inboxOf(world).change(id, (chat) => {
    const thread = chat.threads.at(-1)
    if (thread) thread.tags = ['tagged far down']
  })
  customersReturn(world, 2, 'above')
  await page.clock.runFor(11_000)
  await expect(rows(page).filter({ hasText: 'tagged far down' })).toBeVisible()
  expect(await middleOf(page)).toEqual(before)
})

test('while polling fails, the rows stay, with the time they are from, and polling goes on at growing intervals', async ({
  page,
  world,
}) => {
  await withoutLiveFeed(page)
  await page.clock.install()
  await openSignedIn(page)
  world.faults.push({ endpoint: 'list_chats', times: 999, errorType: 'internal' })
  await page.clock.runFor(11_000)
  const notice = page.getByText(/^Last updated at \d?\d:\d\d/)
  await expect(notice).toBeVisible()
  await expectNothingSerious(page)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expectChats(page)

  world.requests.length = 0
  let tens = 0
  const lookOn = async () => {
    tens += 1
    await page.clock.runFor(10_000)
    return looks(world)
  }
  await expect.poll(lookOn, { intervals: [100] }).toBeGreaterThan(2)
  // After 10, 20 and 40 seconds, where looking as often as before would have taken three times ten.
  expect(tens).toBeGreaterThan(5)

  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('alert')).toContainText('LiveChat had a problem')
  await expect(notice).toBeHidden()
  world.faults.length = 0
  await page.clock.runFor(120_000)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(notice).toBeHidden()
})

test('a list dropped from memory opens where the agent left it, and continues both ways', async ({
  page,
  world,
}) => {
  await page.clock.install()
  await openSignedIn(page)
  await expect.poll(() => countLoaded(page)).toBeGreaterThan(200)
  await scrollTo(page, 92 * 130)
  const before = await middleOf(page)
  await page.getByRole('link', { name: 'Archives' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archives')
  await page.clock.runFor(6 * 60_000)
  customersReturn(world, 3, 'while you were away')
  await pages(page).getByRole('link', { name: 'Chats' }).click()
  await expect.poll(() => middleOf(page)).toEqual(before)
  await expect(page.getByRole('button', { name: 'Back to top' })).toBeVisible()
  await expectNothingSerious(page)

  await page.mouse.move(200, 500)
  await expect(async () => {
    await page.mouse.wheel(0, -3000)
    await expect(page.getByRole('button', { name: 'Back to top' })).toBeHidden({ timeout: 300 })
    await expect(rows(page).first()).toBeInViewport({ timeout: 300 })
  }).toPass()
  await page.mouse.move(1100, 500)
  await expect(rows(page).filter({ hasText: 'while you were away' })).toHaveCount(3)
  await expect(rows(page).first()).toHaveAttribute('aria-posinset', '1')
  const found = (await page.locator('.found').textContent())?.split(' ')[0]
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', found ?? '')
})

test('from the middle of a list one click leads to its top', async ({ page, world }) => {
  await page.clock.install()
  await openSignedIn(page)
  await expect.poll(() => countLoaded(page)).toBeGreaterThan(200)
  await scrollTo(page, 92 * 180)
  await page.getByRole('link', { name: 'Archives' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archives')
  await page.clock.runFor(6 * 60_000)
  customersReturn(world, 1, 'while you were away')
  await pages(page).getByRole('link', { name: 'Chats' }).click()
  await expect(page.getByRole('button', { name: 'Back to top' })).toBeVisible()
  // One of the rows here is of the first chats for LiveChat, which sorts by when their threads began.
  const id = (await middleOf(page)).href.split(/[/?]/).at(-2) ?? ''
  inboxOf(world).change(id, (chat) => {
    const thread = chat.threads.at(-1)
    if (thread) thread.created_at = toWireTime(world.now() * 1000)
  })
  await page.getByRole('button', { name: 'Back to top' }).click()
  await expect(rows(page).first()).toHaveAttribute('aria-posinset', '1')
  await expect(rows(page).first()).toBeInViewport()
  await expect(rows(page).filter({ hasText: 'while you were away' })).toBeAttached()
})
