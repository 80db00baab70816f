import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const axeSource = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

export async function expectNothingSerious(page: Page): Promise<void> {
  // Evaluated by the debugger, which a page's policy does not bind.
  const results = (await page.evaluate(`${axeSource}; axe.run()`)) as AxeResults
  const serious = results.violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([])
}
