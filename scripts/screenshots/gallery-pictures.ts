import { type Studio, signInButton } from './screenshot-session.ts'

/** The button in every state, size, theme and language, and the account menu. */
export async function takeGallery(studio: Studio): Promise<void> {
  const { page, take, takeWhole } = studio
  await page.goto('/examples/gallery.html')
  await signInButton(page).waitFor()
  await takeWhole('gallery')
  await page.goto('/examples/gallery.html?lang=ar')
  await signInButton(page).waitFor()
  await takeWhole('gallery-rtl')

  await page.goto('/examples/gallery.html')
  await signInButton(page).click()
  await page.getByRole('button', { name: 'Account: Ada Agent' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
  await take('account-menu')
}
