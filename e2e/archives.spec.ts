import type { Page } from '@playwright/test'
import { expect, test, watchAlerts } from './support/fixtures.ts'
import { openSignedIn } from './support/session-steps.ts'
import { forgetPages } from './support/world-inbox.ts'

const results = (page: Page) => page.getByRole('list', { name: 'Results' })

async function search(page: Page, words: string) {
  await openSignedIn(page)
  await page.getByRole('link', { name: 'Archives' }).click()
  // The chats have such a box too.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archives')
  await page.getByRole('searchbox').fill(words)
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  if (words) await expect(page).toHaveURL(`/archives?q=${words}`)
}

test('matches are marked, and a result opens in place with its own URL', async ({ page }) => {
  await search(page, 'tent')
  await expect(page).toHaveURL('/archives?q=tent')
  await expect(page.getByText(/^\d+ found$/)).toBeVisible()
  await expect(results(page).locator('mark').first()).toHaveText(/tent/i)
  await results(page).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/archives\?q=tent&chat=\w+&thread=\w+$/)
  const talk = page.getByRole('region', { name: 'Conversation' })
  await expect(talk.locator('mark').first()).toHaveText(/tent/i)
  await page.goBack()
  await expect(talk).toBeHidden()
  await expect(results(page)).toBeVisible()
})

test('a result has as much room below its text as above its name', async ({ page }) => {
  await search(page, '')
  const rooms = await results(page)
    .getByRole('link')
    .evaluateAll((links) =>
      links.slice(0, 5).map((link) => {
        const { top, bottom } = link.getBoundingClientRect()
        const name = link.querySelector('.chat-who')?.getBoundingClientRect()
        const text = link.querySelector('.snippet')?.getBoundingClientRect()
        const line = Number.parseFloat(getComputedStyle(link).borderBottomWidth)
        return { above: (name?.top ?? 0) - top, below: bottom - line - (text?.bottom ?? 0) }
      }),
    )
  expect(rooms).toHaveLength(5)
  for (const { above, below } of rooms) expect(below).toBe(above)
})

test('the match is in view, however long the thread, and Escape returns to the result', async ({
  page,
  world,
}) => {
  const [inbox] = world.inboxes.values()
  const entry = inbox
    ?.archive()
    .threads.all()
    .find((one) => one.groupIds.includes(0))
  inbox?.change(entry?.chatId ?? '', (chat) => {
    const [thread] = chat.threads
    const [first] = thread?.events ?? []
    if (!thread || !first) return
    const say = (text: string, id: string) => ({ ...first, id, type: 'message' as const, text })
    delete thread.restricted_access
    thread.events = [
      say('a periwinkle hammock', 'first'),
      ...Array.from({ length: 60 }, (_, index) => say('and so on', `later ${index}`)),
    ]
  })
  await search(page, 'periwinkle')
  const result = results(page).getByRole('link').first()
  await result.click()
  await expect(page.locator('.thread mark')).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/archives?q=periwinkle')
  await expect(result).toBeFocused()
})

test('older results load near the end', async ({ page }) => {
  await search(page, '')
  const links = results(page).getByRole('link')
  await expect(links).not.toHaveCount(0)
  const before = await links.count()
  await links.last().scrollIntoViewIfNeeded()
  await expect.poll(() => links.count()).toBeGreaterThan(before)
})

test('a page LiveChat forgot starts the search anew, each result once (F22)', async ({
  page,
  world,
}) => {
  await search(page, '')
  const links = results(page).getByRole('link')
  await expect(links).not.toHaveCount(0)
  forgetPages(world)
  const alerts = await watchAlerts(page)
  await expect
    .poll(async () => {
      await links.last().scrollIntoViewIfNeeded()
      return links.count()
    })
    .toBeGreaterThan(60)
  await expect(page.getByRole('alert')).toBeHidden()
  expect(await alerts()).toEqual([])
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  expect(new Set(addresses).size).toBe(addresses.length)
})
