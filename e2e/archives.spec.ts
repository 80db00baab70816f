import type { Page } from '@playwright/test'
import type { World } from '../sandbox/world/world.ts'
import { allow, expect, test, watchAlerts } from './support/fixtures.ts'
import { openSignedIn } from './support/session-steps.ts'
import { forgetPages, inboxOf } from './support/world-inbox.ts'

const results = (page: Page) => page.getByRole('list', { name: 'Results' })

async function search(page: Page, words: string) {
  await openSignedIn(page)
  await page.getByRole('link', { name: 'Archives' }).click()
  await page.getByRole('searchbox').fill(words)
  await page.getByRole('button', { name: 'Search', exact: true }).click()
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

test('days, people, tags and groups narrow the search, and are in the URL', async ({ page }) => {
  await search(page, '')
  const all = await page.getByText(/^\d+ found$/).textContent()
  await page.getByText('Filters').click()
  await page.getByLabel('Agent email').fill('jones@example.com')
  await page.getByLabel('Group ID').fill('2')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page).toHaveURL('/archives?agent=jones%40example.com&group=2')
  await expect(page.getByText(/^\d+ found$/)).not.toHaveText(all ?? '')
  await expect(page.getByLabel('Agent email')).toHaveValue('jones@example.com')
})

test('a search without results is explained', async ({ page }) => {
  await search(page, 'xylophonist')
  await expect(page.getByRole('heading', { name: 'No results' })).toBeVisible()
})

test('older results load near the end', async ({ page }) => {
  await search(page, '')
  const links = results(page).getByRole('link')
  await expect(links).not.toHaveCount(0)
  const before = await links.count()
  await links.last().scrollIntoViewIfNeeded()
  await expect.poll(() => links.count()).toBeGreaterThan(before)
})

for (const [what, faults] of [
  ['a page LiveChat forgot starts the search anew, each result once', 0],
  ['when that fails as well, Try again leads on (F22)', 9],
] as const) {
  test(what, async ({ page, world }) => {
    await search(page, '')
    const links = results(page).getByRole('link')
    await expect(links).not.toHaveCount(0)
    if (faults) world.faults.push({ endpoint: 'list_archives', times: 9, errorType: 'validation' })
    forgetPages(world)
    const alerts = await watchAlerts(page)
    await links.last().scrollIntoViewIfNeeded()
    if (faults) {
      await expect(page.getByRole('alert')).toContainText('couldn’t process the request')
      world.faults.length = 0
      await page.getByRole('button', { name: 'Try again' }).click()
    }
    await expect
      .poll(async () => {
        await links.last().scrollIntoViewIfNeeded()
        return links.count()
      })
      .toBeGreaterThan(60)
    await expect(page.getByRole('alert')).toBeHidden()
    if (!faults) expect(await alerts()).toEqual([])
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect(new Set(addresses).size).toBe(addresses.length)
  })
}

test('a failure is reported and can be tried again', async ({ page, world }) => {
  world.faults.push({ endpoint: 'list_archives', times: 99, errorType: 'internal' })
  await search(page, 'tent')
  await expect(page.getByRole('alert')).toContainText('LiveChat had a problem')
  world.faults.length = 0
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(results(page)).toBeVisible()
})

async function openDirectly(page: Page, world: World) {
  const entry = inboxOf(world)
    .archive()
    .threads.all()
    .find((one) => one.groupIds.includes(0))
  await page.evaluate((path) => {
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/archives?q=nothing-like-it&chat=${entry?.chatId}&thread=${entry?.id}`)
}

test('a URL with an open result opens it directly after sign-in', async ({ page, world }) => {
  await openSignedIn(page)
  await openDirectly(page, world)
  await expect(page.locator('.thread .event').first()).toBeAttached()
})

test('a chat that the scopes do not allow says so in its place', async ({ page, world }) => {
  await openSignedIn(page)
  world.faults.push({ endpoint: 'get_chat', times: 9, errorType: 'authorization' })
  await openDirectly(page, world)
  const talk = page.getByRole('region', { name: 'Conversation' })
  await expect(talk.getByRole('alert')).toContainText('chats--access:ro')
  world.faults.length = 0
  const popup = page.waitForEvent('popup')
  await talk.getByRole('button', { name: /Sign in with LiveChat|Continue as/ }).click()
  await allow(await popup)
  await expect(page.locator('.thread .event').first()).toBeAttached()
})
