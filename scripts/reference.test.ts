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
  expect(rows.length).toBeGreaterThan(250)
  expect(rows.filter((row) => /\| *\| *\|$/.test(row))).toEqual([])
})

test.each(['src/auth', 'src/react', 'src/agent-chat', 'src/accounts-sdk', 'src/testing'])(
  'whatever a page can call or render of %s is in the reference',
  (room) => {
    const text = readFileSync(join(import.meta.dirname, '..', room, 'index.ts'), 'utf8')
    const lists = [...text.matchAll(/^export \{([^}]*)\}/gm)].map(([, list = '']) => list)
    const names = lists
      .join()
      .replace(/type \w+|as default|\s/g, '')
      .split(',')
      .filter(Boolean)
    const reference = makeReference()
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(reference))).toEqual([])
  },
)
