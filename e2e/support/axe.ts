import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, Result } from 'axe-core'

const axeSource = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Reports every violation, minor ones too: for pages that others copy. */
export async function expectNoViolation(page: Page): Promise<void> {
  await expect.poll(() => violationsOn(page, () => true)).toEqual([])
}

export async function expectNothingSerious(page: Page): Promise<void> {
  const serious = ({ impact }: Result) => impact === 'serious' || impact === 'critical'
  await expect.poll(() => violationsOn(page, serious)).toEqual([])
}

/** Repeats while there are violations, since colours in transition may fail for a moment. */
async function violationsOn(page: Page, counts: (one: Result) => boolean): Promise<string[]> {
  // The debugger evaluates it, so the page's policy does not apply.
  const results = (await page.evaluate(`${axeSource}; axe.run()`)) as AxeResults
  return results.violations.filter(counts).map(inWords)
}

function inWords({ id, nodes }: Result): string {
  return `${id}: ${nodes.map((node) => node.html).join(' ')}`
}
