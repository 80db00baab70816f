import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientAttributes, signInAttributes } from '../src/embed/element-options.ts'
import * as account from '../src/react/account/index.ts'
import * as react from '../src/react/index.ts'

const document = readFileSync(join(import.meta.dirname, '../docs/options.md'), 'utf8')

test('docs/options.md has every attribute of the element', () => {
  const attributes = [...clientAttributes, ...signInAttributes]
  expect(attributes.filter((name) => !document.includes(`\`${name}\``))).toEqual([])
})

test('docs/options.md has every component and hook', () => {
  const names = [...Object.keys(react), ...Object.keys(account)]
  expect(names.length).toBeGreaterThan(8)
  expect(names.filter((name) => !new RegExp(`\`${name}[\`(]`).test(document))).toEqual([])
})
