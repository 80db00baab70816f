import { chatList, expect, signInButton, test } from '../support/fixtures.ts'
import { type GrantName, signIn, signOut } from '../support/session-steps.ts'
import { authorizations } from '../support/world-requests.ts'
import { report } from './figures.ts'
import { aliveTokens, countTimers, growth, measure } from './measure.ts'

const cycles = 1000
/** After these the caches of the browser and of the page are warm. */
const warmUp = 100

test('a thousand times an agent signs in, opens a chat and signs out, and nothing is left', async ({
  page,
  world,
}, info) => {
  test.setTimeout(0)
  await countTimers(page)
  await signIn(page)
  await signOut(page)

  async function cycle(grantType: GrantName) {
    await page.getByRole('radio', { name: grantType }).check()
    const opened = page.waitForEvent('popup')
    await signInButton(page).click()
    const popup = await opened
    await chatList(page).getByRole('link').first().click()
    await expect(page.locator('.event, .restricted').first()).toBeAttached()
    if (!popup.isClosed()) await popup.waitForEvent('close')
    await signOut(page)
    await signInButton(page).waitFor()
    await expect.poll(() => aliveTokens(world)).toBe(0)
  }
  const run = async (times: number) => {
    for (let count = 0; count < times; count += 1) await cycle(count % 2 ? 'Code' : 'Implicit')
  }

  await run(warmUp)
  const before = await measure(page)
  await run(cycles - warmUp)
  const after = await measure(page)
  report(info, {
    cycles,
    ...growth(before, after),
    'tokens issued': authorizations(world).length,
    'tokens alive': aliveTokens(world),
    calls: world.requests.length,
  })
  // The browser goes on compiling; a page of chats that were kept would be 200 kB for each cycle.
  expect(after.heap - before.heap).toBeLessThan(3 * cycles)
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 50)
  expect(after.timers).toBeLessThanOrEqual(before.timers)
})
