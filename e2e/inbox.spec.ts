import type { Page } from '@playwright/test'
import { admitAgent, appendEvent, openThread } from '../sandbox/inbox/chat-mutations.ts'
import type { World } from '../sandbox/world/world.ts'
import { agent, chatList, countLoaded, expect, test, withoutLiveFeed } from './support/fixtures.ts'
import { allChats, openSignedIn } from './support/session-steps.ts'
import { inboxOf } from './support/world-inbox.ts'
import { asked } from './support/world-requests.ts'

const rows = (page: Page) => chatList(page).getByRole('listitem')
const current = (page: Page) => chatList(page).locator('[data-current="true"]')
const scroller = (page: Page) => page.locator('.chat-scroller')

/** Brings back the customer of a closed chat that everybody may see, to the agent, so that it is the first of theirs. */
function customerReturns(world: World, text: string): string {
  const inbox = inboxOf(world)
  const header = inbox.index.all().find((one) => !one.active && one.groupIds.includes(0))
  if (!header) throw new Error('the sandbox has no closed chat')
  inbox.change(header.id, (chat) => {
    openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
    admitAgent(chat, accountOf(world))
    const author = chat.customer?.id
    appendEvent(
      chat,
      { content: { type: 'message', text }, ...(author && { author }) },
      world.now(),
    )
  })
  return header.id
}

function accountOf({ accounts }: World) {
  const account = [...accounts.values()].find(({ email }) => email === agent.email)
  if (!account) throw new Error('the sandbox does not know the agent')
  return account
}

const mine = { at: '/chats' }

for (const [reducedMotion, moves] of [
  ['no-preference', 'slides in'],
  ['reduce', 'stands'],
] as const) {
  test(`the list updates by itself: a returning customer ${moves} at the top`, async ({
    page,
    world,
  }) => {
    await page.emulateMedia({ reducedMotion })
    await page.clock.install()
    await openSignedIn(page, mine)
    await expect(page.locator('.found')).toHaveText(/chats assigned to you$/)
    await chatList(page).evaluate((list) => {
      list.addEventListener('transitionrun', ({ target }) => {
        if (target instanceof HTMLAnchorElement) list.dataset.slid = target.pathname
      })
    })
    const id = customerReturns(world, 'I am back with a question')
    await page.clock.runFor(11_000)
    await expect(rows(page).first()).toContainText('I am back with a question')
    if (reducedMotion === 'reduce') {
      await expect(chatList(page)).not.toHaveAttribute('data-slid')
    } else {
      await expect(chatList(page)).toHaveAttribute('data-slid', `/chats/${id}`)
    }
  })
}

test('a hidden page does not poll; once visible again, it polls at once', async ({
  page,
  world,
}) => {
  await withoutLiveFeed(page)
  await page.clock.install()
  await openSignedIn(page, mine)
  const hide = (hidden: boolean) =>
    page.evaluate(
      (state) => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      },
      hidden ? 'hidden' : 'visible',
    )
  await hide(true)
  world.requests.length = 0
  await page.clock.runFor(60_000)
  expect(asked(world, 'list_chats')).toEqual([])
  customerReturns(world, 'while you were away')
  await hide(false)
  await expect(rows(page).first()).toContainText('while you were away')
})

test('nothing moves under the pointer: new chats wait until it leaves or the agent shows them', async ({
  page,
  world,
}) => {
  await page.clock.install()
  await openSignedIn(page, mine)
  const third = rows(page).nth(2).getByRole('link')
  const before = (await third.getAttribute('href')) ?? ''
  await third.hover()
  customerReturns(world, 'first of two')
  await page.clock.runFor(11_000)
  await expect(page.getByRole('button', { name: 'Show 1 new chat' })).toBeVisible()
  await expect(third).toHaveAttribute('href', before)
  await page.getByRole('button', { name: 'Show 1 new chat' }).click()
  await expect(rows(page).first()).toContainText('first of two')
  customerReturns(world, 'second of two')
  await page.clock.runFor(11_000)
  await expect(rows(page).first()).toContainText('first of two')
  await page.mouse.move(1100, 500)
  await expect(rows(page).first()).toContainText('second of two')
})

test('far down, chats added above do not move what is in view', async ({ page, world }) => {
  await page.clock.install()
  await openSignedIn(page)
  await page.mouse.move(200, 500)
  await page.mouse.wheel(0, 2000)
  await expect.poll(() => scroller(page).evaluate((one) => one.scrollTop)).toBeGreaterThan(1900)
  await page.mouse.move(1100, 500)
  const chat = await rows(page).nth(10).getByRole('link').getAttribute('href')
  const link = page.locator(`a[href="${chat}"]`)
  const row = rows(page).filter({ has: link })
  const position = Number(await row.getAttribute('aria-posinset'))
  const place = await link.boundingBox()
  customerReturns(world, 'above')
  await page.clock.runFor(11_000)
  await expect(row).toHaveAttribute('aria-posinset', String(position + 1))
  await expect.poll(async () => (await link.boundingBox())?.y).toBe(place?.y)
})

test('the keyboard alone: one tab stop, arrows, Home, End, Enter, Escape, slash', async ({
  page,
}) => {
  await openSignedIn(page)
  expect(await chatList(page).locator('a[tabindex="0"]').count()).toBe(1)
  await current(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(2).getByRole('link')).toBeFocused()
  await expect(rows(page).nth(2)).toHaveAttribute('aria-posinset', '3')
  await page.keyboard.press('End')
  await expect(current(page)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(rows(page).first().getByRole('link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/chats\/\w+\?show=all$/)
  await expect(page.locator('.thread').first()).toBeAttached()
  await expect(page.locator('.talk :focus')).toBeAttached()
  const opened = page.url()
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(opened)
  await page.locator('.talk-bar').getByRole('heading').focus()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(allChats)
  await expect(rows(page).first().getByRole('link')).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search archives' })).toBeFocused()
})

test('back from the archives the list is where it was left', async ({ page }) => {
  await openSignedIn(page)
  await page.mouse.move(200, 500)
  await page.mouse.wheel(0, 1500)
  await expect.poll(() => scroller(page).evaluate((one) => one.scrollTop)).toBe(1500)
  await page.getByRole('link', { name: 'Archives' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archives')
  await page.goBack()
  await expect.poll(() => scroller(page).evaluate((one) => one.scrollTop)).toBe(1500)
})

test('on a narrow page a chat replaces the list, and Back finds the list where it was', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await openSignedIn(page)
  await page.mouse.move(200, 600)
  await page.mouse.wheel(0, 1000)
  await expect.poll(() => scroller(page).evaluate((one) => one.scrollTop)).toBe(1000)
  await rows(page).nth(10).getByRole('link').click()
  await expect(page.getByRole('region', { name: 'Conversation' })).toBeVisible()
  await expect(chatList(page)).toBeHidden()
  await page.getByRole('link', { name: 'Back to list' }).click()
  await expect(chatList(page)).toBeVisible()
  expect(await scroller(page).evaluate((one) => one.scrollTop)).toBeGreaterThan(900)
})

test('pages are fetched ahead, not all at once', async ({ page, world }) => {
  await openSignedIn(page)
  const looks = () => asked(world, 'list_chats').length
  const before = looks()
  await countLoaded(page)
  await expect.poll(looks).toBeGreaterThan(before)
})
