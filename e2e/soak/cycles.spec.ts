import { chatList, closed, expect, signInButton, test } from '../support/fixtures.ts'
import { type GrantName, signIn, signOut } from '../support/session-steps.ts'
import { report } from './figures.ts'
import { aliveTokens, countTimers, growth, measure } from './measure.ts'

const minute = 60_000
const cycles = 1000
/** After these the caches of the browser and of the page are warm. */
const warmUp = 100

test('a thousand times an agent signs in, opens a chat and signs out, and nothing is left', async ({
  page,
  world,
}, info) => {
  test.setTimeout(0)
  // A virtual machine may be paused for minutes.
  page.setDefaultTimeout(10 * minute)
  await countTimers(page)
  await signIn(page)
  await signOut(page)

  let failed = 0
  async function cycle(grantType: GrantName) {
    await page.getByRole('radio', { name: grantType }).check()
    const firstChat = chatList(page).getByRole('link').first()
    const failure = page.getByRole('alert').first()
    // A busy machine may be too slow for the time limits of the app.
    while (!(await firstChat.isVisible())) {
      if (await failure.isVisible()) failed += 1
      const opened = page.waitForEvent('popup')
      await signInButton(page).click()
      const popup = await opened
      await firstChat.or(failure).first().waitFor()
      await closed(popup)
    }
    await firstChat.click()
    await expect(page.locator('.event, .restricted').first()).toBeAttached()
    await signOut(page)
    await signInButton(page).waitFor()
    await expect.poll(() => aliveTokens(world)).toBe(0)
  }
  const run = async (times: number) => {
    for (let count = 0; count < times; count += 1) await cycle(count % 2 ? 'Code' : 'Implicit')
  }

  await run(warmUp)
  const before = await measure(page)
  for (let done = warmUp; done < cycles; done += 100) {
    console.log(`${done} cycles`, await measure(page))
    await run(100)
  }
  const after = await measure(page)
  report(info, {
    cycles,
    'sign-ins that failed': failed,
    ...growth(before, after),
    'tokens alive': aliveTokens(world),
  })
  // The browser goes on compiling; a page of chats that were kept would be 200 kB for each cycle.
  expect(after.heap - before.heap).toBeLessThan(3 * cycles)
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 50)
  expect(after.timers).toBeLessThanOrEqual(before.timers)
})
