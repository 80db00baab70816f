import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const app = join(import.meta.dirname, '../src/app')
const sheets = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
)

/** Properties and values that name a side of the screen instead of the beginning or end of a line. */
const physical =
  /^\s*(?:(?:margin|padding|border)-(?:left|right)\b.*|(?:left|right)\s*:.*|(?:text-align|float|clear)\s*:\s*(?:left|right)\b.*)$/gm

test.each(sheets)('%s is right in a language written from the right, too', (file) => {
  expect(readFileSync(join(app, file), 'utf8').match(physical) ?? []).toEqual([])
})

test('there are styles to look at', () => {
  expect(sheets.length).toBeGreaterThan(20)
})
