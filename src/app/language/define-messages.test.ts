import { afterEach, expect, test, vi } from 'vitest'
import { defineMessages, i18n, language, params } from './define-messages.ts'

const text = defineMessages('define-messages.test', {
  plain: 'Chats',
  named: params('Chat with {name}, {name}'),
  counted: params({ one: '{count} chat by {name}', other: '{count} chats by {name}' }),
})

const inPolish = {
  plain: 'Czaty',
  counted: {
    one: '{count} czat {name}',
    few: '{count} czaty {name}',
    many: '{count} czatów {name}',
  },
}

/** Without other parts of the app, which stay in English. */
async function speakPolish() {
  Object.assign(i18n.cache, { pl: { 'define-messages.test': inPolish } })
  language.set('pl')
  await vi.waitFor(() => expect(text().plain).toBe('Czaty'))
}

afterEach(() => language.set('en'))

test('a message is English until the page is in another language, and then in that one', async () => {
  expect(text().plain).toBe('Chats')
  await speakPolish()
  // Better than nothing.
  expect(text().named({ name: 'Ada' })).toBe('Chat with Ada, Ada')
})

test('the count chooses the form', async () => {
  expect(text().counted({ count: 1, name: 'Ada' })).toBe('1 chat by Ada')
  expect(text().counted({ count: 1234, name: 'Ada' })).toBe('1,234 chats by Ada')
  await speakPolish()
  expect([1, 3, 5].map((count) => text().counted({ count, name: 'Ady' }))).toEqual([
    '1 czat Ady',
    '3 czaty Ady',
    '5 czatów Ady',
  ])
})

test('a name is taken as it is, whatever it holds', () => {
  expect(text().named({ name: "$& $1 $' {name}" })).toBe(
    "Chat with $& $1 $' {name}, $& $1 $' {name}",
  )
})

test('a name keeps its last full stop where the words around it are written from the right', async () => {
  Object.assign(i18n.cache, { ar: { 'define-messages.test': { named: 'مع {name}' } } })
  language.set('ar')
  await vi.waitFor(() => expect(text().named({ name: 'Dan P.' })).toBe('مع \u2068Dan P.\u2069'))
})
