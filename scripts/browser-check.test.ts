import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '../src/app/language/languages.ts'

test('a browser that is too old is told so in each language of the app', () => {
  const script = readFileSync(join(import.meta.dirname, '../public/browser-too-old.js'), 'utf8')
  const named = [...script.matchAll(/^ {4}'?([\w-]+)'?: '/gm)].map(([, name]) => name)
  expect(named).toEqual(Object.keys(languages))
})
