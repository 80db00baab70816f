import type { Page } from '@playwright/test'
import { setTokenLifetime } from '../../sandbox/control/control-actions.ts'
import { chatList, clientId, closed, expect, signInButton, test } from '../support/fixtures.ts'
import { continueButton, ended, prompt, signIn } from '../support/session-steps.ts'
import { authorizations, tokenRequests } from '../support/world-requests.ts'
import { report } from './figures.ts'

const lifetime = 5
const minute = 60_000
const views = ['All', 'Queued', 'Unassigned', 'Active', 'Closed', 'My chats']

/** Records every alert and prompt the page shows, however briefly. */
async function watchWords(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const words = new Set<string>()
    const note = () => {
      for (const one of document.querySelectorAll('[role=alert], .session-prompt, .banner')) {
        // An alert inside a prompt is part of it.
        const question = one.closest('.session-prompt, .banner')
        words.add(question?.getAttribute('aria-label') ?? one.textContent ?? '')
      }
      document.body.dataset.words = JSON.stringify([...words])
    }
    note()
    new MutationObserver(note).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  })
  return async () => JSON.parse(await page.evaluate(() => document.body.dataset.words ?? '[]'))
}

/** Loads one view to its end and polls; stops when the session ends. */
async function lookThrough(page: Page, turn: number): Promise<void> {
  const rows = chatList(page).getByRole('listitem')
  await page.getByRole('radio', { name: views[turn % views.length] ?? '', exact: true }).check()
  await expect(rows.first().or(ended(page)).first()).toBeVisible()
  if (await ended(page).isVisible()) return
  await chatList(page).locator('[data-current="true"]').press('End')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('button', { name: 'Refresh' })).toHaveAttribute('aria-busy', 'false')
  await chatList(page).locator('[data-current="true"]').press('Home')
  await expect(rows.first()).toBeVisible()
}

interface Soak {
  page: Page
  /** Runs between two views. */
  between: () => Promise<void>
}

/** Works for a minute; returns how many views were loaded. */
async function work({ page, between }: Soak): Promise<number> {
  const started = Date.now()
  let turns = 0
  while (Date.now() - started < minute) {
    await lookThrough(page, turns)
    turns += 1
    await between()
  }
  return turns
}

test.describe(`with tokens of ${lifetime} s an agent pages through the chats`, () => {
  test.setTimeout(3 * minute)
  test.beforeEach(({ world }) => setTokenLifetime(world, clientId, lifetime))

  test('in the code grant nothing is shown', async ({ page, world }, info) => {
    await signIn(page, { grantType: 'Code' })
    const words = await watchWords(page)
    const turns = await work({
      page,
      between: async () => expect(await words()).toEqual([]),
    })
    // A question whether there is a network is no call.
    const calls = world.requests.filter(({ method }) => method !== 'HEAD')
    const refused = calls.filter((one) => (one.status ?? 0) >= 400)
    report(info, {
      turns,
      'list requests': world.requests.filter((one) => one.endpoint === 'list_chats').length,
      tokens: tokenRequests(world).length,
      refused: refused.length,
    })
    expect(refused).toEqual([])
    await expect(chatList(page).getByRole('listitem').first()).toBeVisible()
  })

  test('in the implicit grant one question is asked at a time, and one click answers it', async ({
    page,
    world,
  }, info) => {
    await signIn(page, { grantType: 'Implicit' })
    const words = await watchWords(page)
    const asked = ['Your session is about to expire', 'Your session has ended']
    let continued = 0
    let signedInAgain = 0
    const turns = await work({
      page,
      async between() {
        expect((await words()).filter((one) => !asked.includes(one))).toEqual([])
        expect(await prompt(page).count()).toBeLessThanOrEqual(1)
        const opened = page.context().waitForEvent('page')
        // Sometimes the agent continues in time; otherwise the session ends, and what is on screen stays.
        const inTime = continued <= signedInAgain && (await continueButton(page).isVisible())
        if (inTime) {
          await continueButton(page).click()
          continued += 1
        } else {
          await expect(ended(page)).toBeVisible()
          await expect(prompt(page)).toBeHidden()
          await signInButton(page).click()
          signedInAgain += 1
        }
        const popup = await opened
        await closed(popup)
        await expect(ended(page)).toBeHidden()
      },
    })
    report(info, {
      turns,
      'list requests': world.requests.filter((one) => one.endpoint === 'list_chats').length,
      tokens: authorizations(world).length,
      continued,
      'signed in again': signedInAgain,
      refused: world.requests.filter((one) => (one.status ?? 0) >= 400).length,
    })
    expect(continued).toBeGreaterThan(0)
    expect(signedInAgain).toBeGreaterThan(0)
  })
})
