import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '../src/app/language/languages.ts'

test('a browser that is too old is told so in each language of the app', () => {
  const notes = readFileSync(join(import.meta.dirname, '../public/browser-too-old.json'), 'utf8')
  expect(Object.keys(JSON.parse(notes))).toEqual(Object.keys(languages))
})
