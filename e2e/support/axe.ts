import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { Result, RunOptions } from 'axe-core'

const axeSource = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Reports every violation, minor ones too: for pages that others copy. */
export async function expectNoViolation(page: Page): Promise<void> {
  await expect.poll(() => violationsOn(page)).toEqual([])
}

export async function expectNothingSerious(page: Page, rules = everyRule): Promise<void> {
  await expect.poll(() => violationsOn(page, rules, ['serious', 'critical'])).toEqual([])
}

/** Finds nothing serious in light and dark colours, in each of these widths, and a page that fits into each of them. */
export async function expectNothingSeriousInAnyLook(
  page: Page,
  widths: readonly number[] = [1280],
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    await expectNothingSerious(page)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
  // What a width hides or moves has the same colours.
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNothingSerious(page, colourRules)
  await page.emulateMedia({ colorScheme: 'light' })
}

const everyRule: RunOptions = { resultTypes: ['violations'] }
/** What other colours alone can break. */
const colourRules: RunOptions = {
  ...everyRule,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/** Repeats while there are violations, since colours in transition may fail for a moment. */
async function violationsOn(
  page: Page,
  rules = everyRule,
  impacts?: readonly Result['impact'][],
): Promise<string[]> {
  // The debugger evaluates it, so the page's policy does not apply.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource)
  const violations: Result[] = await page.evaluate(
    `axe.run(${JSON.stringify(rules)}).then(({ violations }) => violations)`,
  )
  return violations.filter(({ impact }) => impacts?.includes(impact) ?? true).map(inWords)
}

function inWords({ id, nodes }: Result): string {
  return `${id}: ${nodes.map((node) => node.html).join(' ')}`
}
