import { expect, test } from 'vitest'
import { scopeCatalogue } from '../../../sandbox/world/scopes.ts'
import { describeScope } from './scope-descriptions.ts'

test.each([...scopeCatalogue.keys()])('%s is said in a sentence', (scope) => {
  expect(describeScope(scope).means).toMatch(/^[A-Z].*\.$/)
})

test('no two scopes have the same description', () => {
  const sentences = [...scopeCatalogue.keys()].map((scope) => describeScope(scope).means)
  expect(new Set(sentences).size).toBe(sentences.length)
})

test('a scope says what this app uses it for, apart from what it allows', () => {
  expect(describeScope('accounts--my:ro').here).toBe('Shows who is signed in.')
  expect(describeScope('webhooks--all:rw').here).toBeUndefined()
})

test.each(['chats--all:xx', 'constructor', ''])(
  '%j, which nobody documents, has no words',
  (scope) => {
    expect(describeScope(scope)).toEqual({ means: undefined, here: undefined })
  },
)
