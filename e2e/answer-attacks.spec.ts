import type { Request, Response } from '@playwright/test'
import { expect, expectNoSecret, expectRefused, test } from './support/attack-fixtures.ts'
import { expectChats, fillInLogin, signInButton, withoutLiveFeed } from './support/fixtures.ts'
import { leaveForLiveChat, signIn } from './support/session-steps.ts'
import { expectProfileAsked } from './support/world-requests.ts'

/** Ends a redirect with a token, as the accounts server does. */
const isAnswer = (response: Response) =>
  response.headers().location?.includes('#access_token') ?? false

const notOurs = 'does not belong to a sign-in started here'

test('a forged fragment, opened from a hostile page, is rejected (A1)', async ({
  page,
  evil,
  stack,
  world,
}) => {
  const forged = `${stack.appUrl}/callback#access_token=dal:secret&token_type=Bearer&expires_in=60&state=forged`
  await page.goto(evil.serve('/', `location = ${JSON.stringify(forged)}`))
  await expectRefused(page, notOurs, world.requests)
})

test('a forged response does not disturb the sign-in under way in this tab (A1)', async ({
  page,
  stack,
}) => {
  await leaveForLiveChat(page)
  const login = page.url()
  await page.goto(`${stack.appUrl}/callback#access_token=dal:secret&token_type=Bearer&state=forged`)
  await expect(page.getByRole('alert')).toContainText(notOurs)
  await page.goto(login)
  await fillInLogin(page)
  await expectChats(page)
})

test('a used response opens nothing again: pasted, reloaded or by Back (A3, F30)', async ({
  page,
  stack,
}) => {
  const answered = page.waitForResponse(isAnswer)
  await signIn(page, { flow: 'Redirect' })
  const used = (await answered).headers().location ?? ''
  expect(used).toContain(`${stack.appUrl}/callback#`)

  await page.goto('about:blank')
  await page.goto(used)
  await expect(page.getByRole('alert')).toContainText(notOurs)
  await expectNoSecret(page, 'dal:')

  await page.reload()
  await expect(signInButton(page)).toBeVisible()
  await expect(page.getByRole('alert')).toBeHidden()
  expect(page.url()).not.toContain('access_token')
})

test('a response pasted into another tab is rejected there (A5)', async ({
  page,
  context,
  world,
}) => {
  // The tab that is signed in asks for nothing then.
  await withoutLiveFeed(page)
  await leaveForLiveChat(page)
  const answer = page.waitForResponse(isAnswer)
  await fillInLogin(page)
  const { location } = (await answer).headers()
  const other = await context.newPage()
  await expectChats(page)
  await expectProfileAsked(world)
  world.requests.length = 0
  await other.goto(String(location))
  await expectRefused(other, notOurs, world.requests)
})

test('a fragment of a megabyte is rejected (A11)', async ({ page, stack, world }) => {
  const megabyte = 'y'.repeat(1_000_000)
  await page.goto(`${stack.appUrl}/callback#access_token=dal:secret&state=%&x=${megabyte}`)
  await expectRefused(page, notOurs, world.requests)
})

test('the fragment is gone before anything but our own script loads, and no referrer contains it (A34)', async ({
  page,
  stack,
}) => {
  const requests: Promise<Record<string, string>>[] = []
  const note = (request: Request) => void requests.push(request.allHeaders())
  page.on('request', note)
  await page.goto(`${stack.appUrl}/callback#access_token=dal:secret&state=forged`)
  await expect(page.getByRole('alert')).toBeVisible()
  page.off('request', note)
  const referrers = (await Promise.all(requests)).map(({ referer }) => referer)
  expect(referrers.length).toBeGreaterThan(1)
  expect(referrers.filter((one) => one !== undefined)).toEqual([])
})
