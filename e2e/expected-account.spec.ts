import { revokeTokens, setTokenLifetime } from '../sandbox/control/control-actions.ts'
import { expect, openCorePopup, stateOf, test } from './support/core-page.ts'
import {
  agent,
  test as appTest,
  clientId,
  expectChats,
  fillInLogin,
  openPopup,
  signInButton,
} from './support/fixtures.ts'
import { continueButton, ended, prompt, signIn } from './support/session-steps.ts'
import { authorizations } from './support/world-requests.ts'

for (const flow of ['popup', 'redirect'] as const) {
  for (const grant of ['implicit', 'code'] as const) {
    test(`a ${flow} with the ${grant} grant rejects another account than the expected one, and revokes its token`, async ({
      page,
      open,
      world,
    }) => {
      await open(page, { flow, grantType: grant, expectedAccountId: 'somebody-else' })
      if (flow === 'popup') await fillInLogin(await openCorePopup(page))
      else {
        await page.getByRole('button', { name: 'First' }).click()
        await fillInLogin(page)
      }
      await expect(stateOf(page)).toHaveText('signed-out other_account')
      await expect.poll(() => world.accessTokens.size).toBe(0)
    })
  }
}

test('an unknown account is not taken for the expected one', async ({ page, open, world }) => {
  world.faults.push({ endpoint: 'info', times: 9, status: 500 })
  await open(page, { expectedAccountId: 'somebody-else' })
  await fillInLogin(await openCorePopup(page))
  await expect(stateOf(page)).toHaveText(/^signed-out (server_error|other_account)$/)
})

appTest(
  'Continue keeps the agent on this page although another one signed in in another tab',
  async ({ page, context, world }) => {
    setTokenLifetime(world, clientId, 55)
    await signIn(page)
    await expect(page.getByRole('banner')).toContainText('Ada Agent')

    const other = await context.newPage()
    await other.goto('/')
    await other.getByRole('button', { name: 'Use another account' }).click()
    await fillInLogin(await openPopup(other), { email: 'smith@example.com', password: 'sandbox' })
    await expectChats(other)
    await expect(other.getByRole('banner')).toContainText('Agent Smith')

    await continueButton(page).click()
    await expect(prompt(page).getByRole('alert')).toContainText('a different account')
    await expectChats(page)
    await expect(page.getByRole('banner')).toContainText('Ada Agent')
    expect(authorizations(world).at(-1)?.get('email')).toBe(agent.email)
    await expect.poll(() => world.accessTokens.size).toBe(2)

    setTokenLifetime(world, clientId, 28_800)
    const opened = page.waitForEvent('popup')
    await continueButton(page).click()
    await fillInLogin(await opened)
    await expect(prompt(page)).toBeHidden()
    await expectChats(page)
    await expect(page.getByRole('banner')).toContainText('Ada Agent')
  },
)

appTest(
  'a session of the code grant is continued by code although the browser keeps nothing',
  async ({ page, world }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('blocked', 'SecurityError')
      }
    })
    await signIn(page, { grantType: 'Code' })
    revokeTokens(world, { clientId })
    world.refreshTokens.clear()
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(ended(page)).toBeVisible()
    await signInButton(page).click()
    await expect(ended(page)).toBeHidden()
    expect(authorizations(world).at(-1)?.get('response_type')).toBe('code')
  },
)
