import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientAttributes, signInAttributes } from '../src/embed/element-options.ts'
import { messages } from '../src/messages/messages-de.ts'
import * as account from '../src/react/account/index.ts'
import * as inbox from '../src/react/inbox/index.ts'
import * as react from '../src/react/index.ts'

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8')
const document = read('docs/options.md')

test('docs/options.md has every attribute of the element', () => {
  const attributes = [...clientAttributes, ...signInAttributes]
  expect(attributes.filter((name) => !document.includes(`\`${name}\``))).toEqual([])
})

test('docs/options.md has every component and hook', () => {
  const names = [...Object.keys(react), ...Object.keys(account)]
  expect(names.length).toBeGreaterThan(8)
  expect(names.filter((name) => !new RegExp(`\`${name}[\`(]`).test(document))).toEqual([])
})

test('docs/languages.md has every message, of those by error code only a link', () => {
  const codes = read('docs/troubleshooting.md')
  const keys = Object.keys(messages).filter((key) => !codes.includes(`| \`${key}\` |`))
  expect(keys.length).toBeGreaterThan(20)
  expect(keys.filter((key) => !read('docs/languages.md').includes(`\`${key}\``))).toEqual([])
})

test('docs/live-chats.md has every hook and function of ./react/inbox', () => {
  const document = read('docs/live-chats.md')
  const names = Object.keys(inbox)
  expect(names.length).toBeGreaterThan(15)
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(document))).toEqual([])
})
