import { expect, expectChats, fillInLogin, openPopup, test } from './support/fixtures.ts'
import { choose } from './support/session-steps.ts'

test('a connection lost during the code exchange is reported, and the next sign-in sends another code (F2)', async ({
  page,
  context,
}) => {
  const codes: (string | null)[] = []
  await context.route('**/v2/token', async (route) => {
    // Not whether LiveChat can be reached, as a page asks where the browser says it is offline.
    if (route.request().method() !== 'POST') return route.continue()
    codes.push(new URLSearchParams(route.request().postData() ?? '').get('code'))
    if (codes.length === 1) await context.setOffline(true)
    return route.continue()
  })
  await choose(page, { grantType: 'Code' })
  await fillInLogin(await openPopup(page))
  const words = page.getByRole('alert').filter({ hasText: 'LiveChat cannot be reached' })
  await expect(words).toContainText('Check your connection')

  await context.setOffline(false)
  await openPopup(page)
  await expectChats(page)
  expect(codes).toHaveLength(2)
  expect(new Set(codes).size).toBe(2)
})
