import {
  chatList,
  expect,
  expectChats,
  fillInLogin,
  openPopup,
  pressBack,
  signInButton,
  test,
} from './support/fixtures.ts'
import {
  choose,
  leaveForLiveChat,
  openSignedIn,
  signedInTab,
  signIn,
  signOut,
} from './support/session-steps.ts'

for (const flow of ['Popup', 'Redirect'] as const) {
  test(`a deep link signs in by ${flow} and returns to exactly that URL`, async ({ page }) => {
    await signIn(page, { flow, at: '/chats?show=active#here' })
    await expect(page).toHaveURL('/chats?show=active#here')
  })
}

test('after sign-out, Back shows no chat (A40)', { tag: '@chromium' }, async ({ page }) => {
  await openSignedIn(page)
  await page.getByRole('radio', { name: 'Active' }).check()
  await expectChats(page)
  await signOut(page)
  await expect(signInButton(page)).toBeVisible()
  await page.goBack()
  await expect(signInButton(page)).toBeVisible()
  await expect(chatList(page)).toBeHidden()
})

test('a reload asks to sign in again, with one click and no form', async ({ page }) => {
  await openSignedIn(page)
  await page.getByRole('radio', { name: 'Active' }).check()
  await page.reload()
  await signInButton(page).click()
  await expectChats(page)
  await expect(page).toHaveURL('/chats?show=active')
})

test('with storage blocked the redirect says so, and the pop-up still signs in (F32)', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    }
  })
  await choose(page, { flow: 'Redirect' })
  await signInButton(page).click()
  await expect(page.getByRole('alert')).toContainText('blocks storage for this page')
  await page.getByRole('radio', { name: 'Popup' }).check()
  await fillInLogin(await openPopup(page))
  await expectChats(page)
})

test('a reload in the middle of a redirect starts again cleanly (F29)', async ({ page }) => {
  await leaveForLiveChat(page)
  await page.goto('/')
  await expect(signInButton(page)).toHaveAttribute('aria-busy', 'false')
  await page.goto('/callback')
  await expect(page).toHaveURL('/')
  await expect(signInButton(page)).toBeVisible()
})

test('signing out in one tab signs out the other at once', async ({ page, context, world }) => {
  await signIn(page)
  const other = await signedInTab(context)
  await signOut(page)
  await expect(signInButton(other)).toBeVisible()
  await expect(chatList(other)).toBeHidden()
  await expect.poll(() => world.accessTokens.size).toBe(0)
})

test('after Back from LiveChat’s page the button works again', { tag: '@chromium' }, async ({
  page,
}) => {
  await leaveForLiveChat(page)
  await pressBack(page)
  await expect(page).toHaveURL('/')
  await expect(signInButton(page)).toHaveAttribute('aria-busy', 'false')
})
