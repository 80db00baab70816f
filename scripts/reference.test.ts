import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeReference } from './reference.ts'

test('the reference says what the types say; after a change, run npm run reference', () => {
  const written = readFileSync(join(import.meta.dirname, '../docs/reference.md'), 'utf8')
  expect(written).toBe(makeReference())
})

test('every option and attribute has words or a type that speaks for itself', () => {
  const rows = makeReference()
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  expect(rows.length).toBeGreaterThan(90)
  expect(rows.filter((row) => /\| *\| *\|$/.test(row))).toEqual([])
})
