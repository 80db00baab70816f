import { revokeTokens } from '../sandbox/control/control-actions.ts'
import { expectNothingSeriousInAnyLook } from './support/axe.ts'
import { clientId, expect, fillInLogin, openPopup, signInButton, test } from './support/fixtures.ts'
import { pixel } from './support/pixel.ts'
import { ended, openSignedIn } from './support/session-steps.ts'

test('the sign-in page, also with an error', async ({ page }) => {
  await page.goto('/')
  await expectNothingSeriousInAnyLook(page)
  const popup = await openPopup(page)
  await popup.close()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNothingSeriousInAnyLook(page)
})

test('a failed callback and an unknown page', async ({ page }) => {
  await page.goto('/callback#access_token=dal:x&state=forged')
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNothingSeriousInAnyLook(page)
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNothingSeriousInAnyLook(page)
})

test('the chats, also at the end of the session and with an error', async ({ page, world }) => {
  await openSignedIn(page)
  await expectNothingSeriousInAnyLook(page)
  world.faults.push({ endpoint: 'list_chats', times: 1, errorType: 'internal' })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNothingSeriousInAnyLook(page)
  revokeTokens(world, { clientId })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(ended(page)).toBeVisible()
  await expectNothingSeriousInAnyLook(page)
})

test('a conversation, with notes, cards, a failure and its details; the archives', async ({
  page,
  world,
}) => {
  await openSignedIn(page, { at: '/chats' })
  await page.getByRole('list', { name: 'Chats' }).getByRole('link').first().click()
  await expect(page.getByRole('textbox', { name: 'Reply to customer' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Transfer' })).toBeVisible()
  await expectNothingSeriousInAnyLook(page)
  await page.getByRole('radio', { name: 'Note' }).check()
  await page.getByRole('textbox', { name: 'Note to agents' }).fill('for us')
  await page
    .getByLabel('Attach file')
    .setInputFiles([{ name: 'tent.png', mimeType: 'image/png', buffer: pixel }])
  await expectNothingSeriousInAnyLook(page, [1280, 390])
  await page.getByRole('button', { name: 'Remove tent.png' }).click()
  world.faults.push({ endpoint: 'send_event', times: 1, errorType: 'limit_reached' })
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Show details' }).click()
  await page.getByRole('button', { name: 'Transfer' }).click()
  await expectNothingSeriousInAnyLook(page)
  await expectNothingSeriousInAnyLook(page, [390])
  await page.locator('.talk-name').focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectNothingSeriousInAnyLook(page, [1280, 390])
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Archives' }).click()
  // The list of chats has such a field, too.
  await expect(page.getByRole('heading', { level: 1, name: 'Archives' })).toBeVisible()
  await page.getByRole('searchbox').fill('tent')
  await page.getByText('Filters').click()
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.locator('mark').first()).toBeVisible()
  await expectNothingSeriousInAnyLook(page, [390])
  await page.getByRole('list', { name: 'Results' }).getByRole('link').first().click()
  await expect(page.locator('.thread')).toBeVisible()
  await expectNothingSeriousInAnyLook(page, [390])
})

test('LiveChat’s sign-in and grant pages', async ({ page, world }) => {
  const client = world.clients.get(clientId)
  if (client) client.visibility = 'public'
  await page.goto('/')
  const popup = await openPopup(page)
  await expect(popup.getByTestId('login-email-input')).toBeVisible()
  await expectNothingSeriousInAnyLook(popup)
  await fillInLogin(popup, { email: 'agent@example.com', password: 'wrong' })
  await expect(popup.getByRole('alert')).toBeVisible()
  await expectNothingSeriousInAnyLook(popup)
  await fillInLogin(popup)
  await expect(popup.getByRole('button', { name: 'Allow' })).toBeVisible()
  await expectNothingSeriousInAnyLook(popup)
})

test('the keyboard alone signs in and reaches the chats', async ({ page }) => {
  await page.goto('/')
  await signInButton(page).focus()
  const opened = page.waitForEvent('popup')
  await page.keyboard.press('Enter')
  const popup = await opened
  await popup.getByTestId('login-email-input').focus()
  await popup.keyboard.type('agent@example.com')
  await popup.keyboard.press('Tab')
  await popup.keyboard.type('sandbox')
  await popup.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Chats' })).toBeVisible()
})
