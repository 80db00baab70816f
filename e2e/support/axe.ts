import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, Result } from 'axe-core'

const axeSource = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Nothing at all, also not of the lesser kind: for pages that others copy. */
export async function expectNoViolation(page: Page): Promise<void> {
  await expect.poll(() => violationsOn(page, () => true)).toEqual([])
}

export async function expectNothingSerious(page: Page): Promise<void> {
  const serious = ({ impact }: Result) => impact === 'serious' || impact === 'critical'
  await expect.poll(() => violationsOn(page, serious)).toEqual([])
}

/** Asked again while there are some: colours on their way from one to another are nobody's. */
async function violationsOn(page: Page, counts: (one: Result) => boolean): Promise<string[]> {
  // Evaluated by the debugger, which a page's policy does not bind.
  const results = (await page.evaluate(`${axeSource}; axe.run()`)) as AxeResults
  return results.violations.filter(counts).map(inWords)
}

function inWords({ id, nodes }: Result): string {
  return `${id}: ${nodes.map((node) => node.html).join(' ')}`
}
