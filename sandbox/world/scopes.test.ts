import { expect, test } from 'vitest'
import { scopeAllows, scopeCatalogue, splitScopes } from './scopes.ts'

test.each([
  ['chats--access:rw', 'chats--access:ro', true],
  ['chats--all:ro', 'chats--access:ro', true],
  ['chats--all:rw', 'chats--my:ro', true],
  ['chats--access:ro', 'chats--my:ro', true],
  ['chats--access:ro', 'chats--access:rw', false],
  ['chats--my:rw', 'chats--access:ro', false],
  ['chats--access:rw', 'chats--all:ro', false],
  ['chats--all:rw', 'chats.conversation--my:rw', true],
  ['chats.conversation--all:rw', 'chats--all:ro', false],
  ['tags--all:ro', 'tags--groups:ro', true],
  ['tags--groups:ro', 'tags--all:ro', false],
  ['accounts--all:rc', 'accounts--all:ro', true],
  ['accounts--all:rw', 'accounts--my:ro', true],
  ['accounts--all:rw', 'accounts.roles--all:ro', false],
  ['customers:rw', 'customers:ro', true],
  ['customers:rw', 'customers:own', false],
  ['agents--all:rw', 'agents-bot--all:ro', false],
  ['sessions-my:rw', 'sessions--my:rw', false],
  ['chats', 'chats--my:ro', false],
])('%s gives %s: %s', (granted, needed, expected) => {
  expect(scopeAllows([granted], needed)).toBe(expected)
})

test('one granted scope is enough', () => {
  expect(scopeAllows(['customers:ro', 'chats--access:rw'], 'chats--access:ro')).toBe(true)
  expect(scopeAllows([], 'chats--access:ro')).toBe(false)
})

test('scopes are split on commas and spaces, and repeated ones count once', () => {
  expect(splitScopes(' a:ro, b:rw c:ro,,a:ro ')).toEqual(['a:ro', 'b:rw', 'c:ro'])
  expect(splitScopes('')).toEqual([])
})

test('every scope of the catalogue says in words what it allows', () => {
  for (const { means } of scopeCatalogue.values()) expect(means).toMatch(/^[A-Z].{8,}/)
})
