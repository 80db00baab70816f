import type { Page } from '@playwright/test'
import {
  chatList,
  countLoaded,
  expect,
  expectChats,
  test,
  watchAlerts,
  withoutLiveFeed,
} from './support/fixtures.ts'
import { goOnline, openSignedIn } from './support/session-steps.ts'
import { forgetPages } from './support/world-inbox.ts'
import { asked, expectProfileAsked } from './support/world-requests.ts'

const rows = (page: Page) => chatList(page).getByRole('listitem')

test('the list shows how many chats there are and loads all of them, each once, rendering a few at a time', async ({
  page,
}) => {
  await openSignedIn(page)
  const found = await countFound(page)
  expect(found).toBeGreaterThan(100)
  await expect.poll(() => countLoaded(page)).toBe(found)
  await expect(page.getByText('No more chats')).toBeVisible()

  await expectEachOnce(page, found)
})

/** Scrolls through every row of a fully loaded list. */
async function expectEachOnce(page: Page, found: number) {
  await chatList(page).locator('[data-current="true"]').press('Home')
  const seen = new Map<string, string>()
  await page.mouse.move(200, 500)
  while (!seen.has(String(found))) {
    const drawn = await rows(page).evaluateAll((items) =>
      items.map((item) => [
        item.getAttribute('aria-posinset') ?? '',
        item.querySelector('a')?.getAttribute('href') ?? '',
      ]),
    )
    expect(drawn.length).toBeLessThan(40)
    for (const [position = '', address = ''] of drawn) seen.set(position, address)
    await page.mouse.wheel(0, 500)
  }
  expect(seen.size).toBe(found)
  expect(new Set(seen.values()).size).toBe(found)
}

async function countFound(page: Page): Promise<number> {
  return Number((await page.getByText(/^\d+ chats$/).textContent())?.split(' ')[0])
}

test('a page id LiveChat no longer knows restarts the list, without repeats (F22)', async ({
  page,
  world,
}) => {
  await openSignedIn(page)
  const found = await countFound(page)
  forgetPages(world)
  const alerts = await watchAlerts(page)
  await expect.poll(() => countLoaded(page)).toBe(found)
  expect(await alerts()).toEqual([])
  await expectEachOnce(page, found)
})

test('offline is shown, rows stay and requests become rarer; back online, at once', async ({
  page,
  context,
  world,
}) => {
  await withoutLiveFeed(page)
  await page.clock.install()
  await openSignedIn(page)
  await expectProfileAsked(world)
  const tried: string[] = []
  page.on('request', (request) => tried.push(request.url()))
  await context.setOffline(true)
  await page.clock.runFor(12_000)
  await expect(page.getByText('You’re offline')).toBeVisible()
  await page.clock.runFor(48_000)
  await expectChats(page)
  expect(tried.length).toBeLessThan(5)
  world.requests.length = 0
  await goOnline(page)
  await expect(page.getByText('You’re offline')).toBeHidden()
  await expect.poll(() => asked(world, 'list_chats').length, { timeout: 5000 }).toBe(1)
  await expectChats(page)
})

test('what others write is shown as text, shortened, and does no harm (A42, A43, A44)', async ({
  page,
  world,
}) => {
  // It would tell of the chats there are.
  await withoutLiveFeed(page)
  const hostile =
    '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>'
  const bidi = '\u202egnp.exe\u200b'
  const chat = (id: string, text: string, name: string) => ({
    id,
    users: [{ id: 'c', type: 'customer', name, avatar: 'javascript:alert(1)', present: true }],
    last_thread_summary: { id: 't', active: true, created_at: new Date().toISOString() },
    last_event_per_type: {
      message: {
        event: {
          id: 'e',
          type: 'message',
          text,
          author_id: 'c',
          created_at: new Date().toISOString(),
        },
      },
    },
  })
  world.faults.push({
    endpoint: 'list_chats',
    times: 99,
    status: 200,
    body: JSON.stringify({
      chats_summary: [
        chat('A', hostile, hostile),
        chat('B', bidi, bidi),
        chat('C', 'x'.repeat(1e7), 'Long'),
      ],
      found_chats: 3,
    }),
  })
  await openSignedIn(page)
  await expect(rows(page)).toHaveCount(3)
  await expect(rows(page).first()).toContainText('<img src=x')
  await expect(page).not.toHaveTitle('owned')
  expect(await rows(page).locator('img').count()).toBe(0)
  expect((await rows(page).nth(2).textContent())?.length).toBeLessThan(1_000)
})
