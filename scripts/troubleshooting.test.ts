import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signInErrorCodes } from '../src/auth/sign-in-error.ts'
import { configurationErrors } from '../src/auth/sign-in-options.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const document = read('docs/troubleshooting.md')

function firstCells(section: string): string[] {
  const body = document.split(`## ${section}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...body.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell = '']) => cell)
}

test('every error code has a row that says what to do, and every row has a code', () => {
  const rows = firstCells('By code').filter((cell) => cell !== 'code')
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.toSorted()).toEqual(signInErrorCodes().toSorted())
})

test('the document quotes each configuration error word for word', () => {
  const quotes = firstCells('By message')
  expect(quotes.length).toBeGreaterThan(4)
  expect(quotes.toSorted()).toEqual(configurationErrors.toSorted())
})
