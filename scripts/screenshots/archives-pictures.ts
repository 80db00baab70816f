import { goTo, type Studio, signIn } from './screenshot-session.ts'

/** The archives and their search. */
export async function takeArchives({ page, world, take }: Studio): Promise<void> {
  const found = page.getByRole('list', { name: 'Results' }).getByRole('link')
  await signIn(page)
  await page.getByRole('searchbox').fill('tent')
  await page.getByRole('searchbox').press('Enter')
  await found.first().waitFor()
  await take('archives')
  await found.first().click()
  await page.locator('.thread').waitFor()
  await take('archives-open')
  await goTo(page, '/archives?q=tent&from=2026-01-01&tag=refund')
  await page.getByText('No results').or(found.first()).waitFor()
  await take('archives-filters')
  await goTo(page, '/archives?q=zxqv')
  await page.getByText('No results').waitFor()
  await take('archives-nothing')
  world.faults.push({ endpoint: 'list_archives', times: 1, errorType: 'internal' })
  await goTo(page, '/archives?q=boots')
  await page.getByRole('alert').waitFor()
  await take('archives-error')
}
