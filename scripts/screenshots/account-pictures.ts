import type { Studio } from './screenshot-session.ts'
import { signIn } from './screenshot-session.ts'

/** The account page and its confirmations. */
export async function takeAccount({ page, take, takeWhole }: Studio): Promise<void> {
  await signIn(page, '/account', 'Sign out everywhere')
  await page.getByRole('list', { name: 'Sessions' }).waitFor()
  await takeWhole('account')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('dialog').waitFor()
  await take('account-confirm')
}
