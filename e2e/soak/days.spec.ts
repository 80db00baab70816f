import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.ts'
import { ended, refreshList, signIn } from '../support/session-steps.ts'
import { tokenRequests } from '../support/world-requests.ts'
import { report } from './figures.ts'
import { aliveTokens, countTimers, growth, measure } from './measure.ts'

const minute = 60_000
const hour = 60 * minute

/** Shorter and longer than a token lives. */
const naps = [5 * minute, 40 * minute, 3 * hour, 8 * hour - minute, 8 * hour + minute, 12 * hour]

/** The agent comes back to the page. */
async function look(page: Page) {
  await page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    window.dispatchEvent(new Event('focus'))
  })
  expect((await refreshList(page)).status()).toBe(200)
  await expect(ended(page)).toBeHidden()
}

test('for 72 hours an agent looks at the page now and then, and stays signed in', async ({
  page,
  world,
}, info) => {
  test.setTimeout(0)
  await countTimers(page)
  await page.clock.install()
  await signIn(page, { grantType: 'Code' })
  const before = await measure(page)
  const start = world.now()
  let looks = 0
  for (; world.now() < start + 72 * hour; looks += 1) {
    const nap = naps[looks % naps.length] ?? 0
    world.advance(nap)
    // On a machine that sleeps the clock goes on and timers do not.
    if (looks % 3) await page.clock.setSystemTime(world.now())
    else await page.clock.fastForward(nap)
    await look(page)
  }
  expect(aliveTokens(world)).toBe(2)
  report(info, {
    hours: Math.round((world.now() - start) / hour),
    looks,
    refreshes: tokenRequests(world).length - 1,
    'tokens alive': aliveTokens(world),
    calls: world.requests.length,
    ...growth(before, await measure(page)),
  })
})
