import { expect, test } from 'vitest'
import { scopesAllow } from './scope-allows.ts'

test.each([
  ['sessions--my:rw', 'sessions--my:ro'],
  ['accounts--all:ro', 'accounts--my:ro'],
  ['chats--access:rw', 'chats--my:ro'],
  ['chats--all:ro', 'chats--access:ro'],
  ['customers:rw', 'customers:ro'],
  ['tags--groups:rw', 'tags--groups:ro'],
])('%s includes %s', (has, wanted) => {
  expect(scopesAllow([has], wanted)).toBe(true)
})

test.each([
  ['sessions--my:ro', 'sessions--my:rw'],
  ['chats--my:rw', 'chats--access:ro'],
  ['chats--access:rw', 'chats--all:ro'],
  ['accounts--my:ro', 'sessions--my:ro'],
  ['accounts.roles--all:ro', 'accounts--my:ro'],
  ['tags--groups:rw', 'tags--all:ro'],
  ['tags--all:rw', 'tags--groups:ro'],
  ['customers:rw', 'customers--my:ro'],
  ['customers:own', 'customers:ro'],
])('%s does not include %s', (has, wanted) => {
  expect(scopesAllow([has], wanted)).toBe(false)
})

test('one of several scopes is enough', () => {
  expect(scopesAllow(['accounts--my:ro', 'sessions--my:rw'], 'sessions--my:ro')).toBe(true)
})

test('unknown scopes rule nothing out', () => {
  expect(scopesAllow([], 'sessions--my:rw')).toBe(true)
})
