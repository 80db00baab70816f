import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'
import type { Page } from './browser.ts'
import { expect, test } from './fixtures.ts'
import { chatRows, signInButton, signInBy } from './steps.ts'

const axeSource = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** What axe finds serious, by the engine's own styles and layout. */
async function seriousOn(page: Page): Promise<string[]> {
  const script = `${axeSource}; return axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)`
  const violations = (await page.send('ExecuteScript', { script, args: [] })) as Result[]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Repeats while there is something, since colours in transition may fail for a moment. */
async function expectNothingSerious(page: Page): Promise<void> {
  await expect.poll(() => seriousOn(page)).toEqual([])
}

test('axe finds nothing serious on the sign-in page, a conversation and the account page', async ({
  tab,
}) => {
  await tab.goto('/')
  await signInButton(tab).appears()
  await expectNothingSerious(tab)
  await signInBy(tab)
  await chatRows(tab).click()
  await tab.css('.talk-scroller').appears()
  await expectNothingSerious(tab)
  await tab.css('.who').click()
  await tab.role('heading', /account/i).appears()
  await expectNothingSerious(tab)
})
