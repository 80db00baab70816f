import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientAttributes, signInAttributes } from '../src/embed/element-options.ts'

test('docs/options.md has every attribute of the element', () => {
  const document = readFileSync(join(import.meta.dirname, '../docs/options.md'), 'utf8')
  const attributes = [...clientAttributes, ...signInAttributes]
  expect(attributes.filter((name) => !document.includes(`\`${name}\``))).toEqual([])
})
