import type { Response } from '@playwright/test'
import { expect, expectNoSecret, expectRefused, test } from './support/attack-fixtures.ts'
import { expectChats, fillInLogin, signInButton } from './support/fixtures.ts'
import { signIn } from './support/session-steps.ts'
import { expectProfileAsked } from './support/world-requests.ts'

/** The accounts server sends the browser back with a token. */
const isAnswer = (response: Response) =>
  response.headers().location?.includes('#access_token') ?? false

const notOurs = 'does not belong to a sign-in started here'

for (const [what, state] of [
  ['no state', ''],
  ['an empty state', '&state='],
  ['an unknown state', '&state=forged'],
]) {
  test(`A1 a forged fragment with ${what}, opened from an evil page, is refused`, async ({
    page,
    evil,
    stack,
    world,
  }) => {
    const forged = `${stack.appUrl}/callback#access_token=dal:secret&token_type=Bearer&expires_in=60${state}`
    await page.goto(evil.serve('/', `location = ${JSON.stringify(forged)}`))
    await expectRefused(page, notOurs, world.requests)
  })

  test(`A2 a forged code with ${what} is refused, and no token is asked for`, async ({
    page,
    stack,
    world,
  }) => {
    await page.goto(`${stack.appUrl}/callback?code=secret${state}`)
    await expectRefused(page, notOurs, world.requests)
    expect(world.requests).toEqual([])
  })
}

test('A1 a forged fragment on another page of the app is refused and cleaned away', async ({
  page,
  stack,
  world,
}) => {
  await page.goto(`${stack.appUrl}/chats?show=active#access_token=dal:secret&state=forged`)
  await expectRefused(page, notOurs, world.requests)
})

test('A1 a forged answer does not spoil the sign-in that is under way in this tab', async ({
  page,
  stack,
}) => {
  await page.goto('/')
  await page.getByRole('radio', { name: 'Redirect' }).check()
  await signInButton(page).click()
  await expect(page.getByTestId('login-email-input')).toBeVisible()
  const login = page.url()
  await page.goto(`${stack.appUrl}/callback#access_token=dal:secret&token_type=Bearer&state=forged`)
  await expect(page.getByRole('alert')).toContainText(notOurs)
  await page.goto(login)
  await fillInLogin(page)
  await expectChats(page)
})

test('A3, F30 a used answer opens nothing again: pasted, reloaded or by Back', async ({
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

test('A4 an answer after more than half an hour is refused', async ({ page, world }) => {
  await page.clock.install()
  await page.goto('/')
  await page.getByRole('radio', { name: 'Redirect' }).check()
  await signInButton(page).click()
  await expect(page.getByTestId('login-email-input')).toBeVisible()
  await page.clock.setSystemTime(Date.now() + 31 * 60_000)
  await fillInLogin(page)
  await expectRefused(page, 'started too long ago', world.requests)
})

test('A5 an answer pasted into another tab is refused there', async ({ page, context, world }) => {
  await page.goto('/')
  await page.getByRole('radio', { name: 'Redirect' }).check()
  await signInButton(page).click()
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

for (const [what, tail] of [
  ['A6 a code instead of a token', '?code=secret&state=STATE'],
  [
    'A7 a token in the query',
    '?access_token=dal:secret&token_type=Bearer&expires_in=60&state=STATE',
  ],
  [
    'A8 an answer in both places',
    '?code=secret#access_token=dal:secret&token_type=Bearer&state=STATE',
  ],
  [
    'A9 a token given twice',
    '#access_token=dal:secret&access_token=dal:other&token_type=Bearer&state=STATE',
  ],
  [
    'A11 a token in brackets',
    '#access_token[a]=dal:secret&__proto__=x&token_type=Bearer&state=STATE',
  ],
  ['A12 a token of type mac', '#access_token=dal:secret&token_type=mac&expires_in=60&state=STATE'],
  [
    'A13 an answer of another server',
    '#access_token=dal:secret&token_type=Bearer&iss=https://evil.example&state=STATE',
  ],
  ['F13 a lifetime of -1', '#access_token=dal:secret&token_type=Bearer&expires_in=-1&state=STATE'],
] as const) {
  test(`${what} is refused although its state is right`, async ({ page, stack, world }) => {
    await page.goto('/')
    await page.getByRole('radio', { name: 'Redirect' }).check()
    await signInButton(page).click()
    await expect(page.getByTestId('login-email-input')).toBeVisible()
    const state = new URL(page.url()).searchParams.get('state') ?? ''
    await page.goto(`${stack.appUrl}/callback${tail.replaceAll('STATE', state)}`)
    await expectRefused(page, 'incomplete or contradictory', world.requests)
  })
}

test('A10 a refusal beside a token wins', async ({ page, stack, world }) => {
  await page.goto('/')
  await page.getByRole('radio', { name: 'Redirect' }).check()
  await signInButton(page).click()
  await expect(page.getByTestId('login-email-input')).toBeVisible()
  const state = new URL(page.url()).searchParams.get('state') ?? ''
  await page.goto(
    `${stack.appUrl}/callback#error=access_denied&access_token=dal:secret&token_type=Bearer&state=${state}`,
  )
  await expectRefused(page, 'Access was refused', world.requests)
})

test('A11 a fragment of a megabyte and broken escapes are refused without a crash', async ({
  page,
  stack,
  world,
}) => {
  const crashes: Error[] = []
  page.on('pageerror', (error) => crashes.push(error))
  for (const rubbish of ['%', '%25', '%00', `x=${'y'.repeat(1_000_000)}`]) {
    await page.goto('about:blank')
    await page.goto(`${stack.appUrl}/callback#access_token=dal:secret&state=%&${rubbish}`)
    await expectRefused(page, notOurs, world.requests)
  }
  expect(crashes).toEqual([])
})

test('A34 the fragment is gone before anything but our own script is loaded, and no referrer tells of it', async ({
  page,
  stack,
}) => {
  const referrers: (string | undefined)[] = []
  page.on('request', async (request) => referrers.push((await request.allHeaders()).referer))
  await page.goto(`${stack.appUrl}/callback#access_token=dal:secret&state=forged`)
  await expect(page.getByRole('alert')).toBeVisible()
  expect(referrers.filter((one) => one !== undefined)).toEqual([])
})
