import { expect, expectChats, signInByPopup, test } from './support/fixtures.ts'

for (const languages of [['en-US@posix'], ['C'], []]) {
  test(`the app works in a browser whose languages are ${JSON.stringify(languages)}`, async ({
    page,
  }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.addInitScript((value) => {
      Object.defineProperty(navigator, 'languages', { value })
      Object.defineProperty(navigator, 'language', { value: value[0] })
      document.documentElement?.setAttribute('lang', value[0] ?? '')
    }, languages)
    await signInByPopup(page)
    await expectChats(page)
    for (const place of ['Archives', 'Account', 'Chats']) {
      await page.getByRole('link', { name: place, exact: true }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(place)
      await expect(page.locator('time').first()).toHaveText(/\d|now|day/)
    }
    expect(errors).toEqual([])
  })
}
