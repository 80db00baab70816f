import { expect, test } from 'vitest'
import { agentChatErrorCodes } from '../../agent-chat/agent-chat-error.ts'
import { englishMessages } from './define-messages.ts'
import type { Forms, Translation } from './translation.ts'

const translations = Object.entries(
  import.meta.glob<{ translation: Translation }>('./translations/*.ts', { eager: true }),
).map(
  ([file, { translation }]) =>
    [file.split('/').at(-1)?.replace('.ts', '') ?? '', translation] as const,
)

/** The messages of the app in English, by part and key: every module that defines some has read them in. */
import.meta.glob(['../**/*-text.ts', './describe-error.ts'], { eager: true })
const english: Translation = {
  ...englishMessages(),
  chatErrors: Object.fromEntries(agentChatErrorCodes().map((code) => [code, ''])),
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
const formsOf = (message: string | Forms) =>
  typeof message === 'string' ? [message] : Object.values(message)

/** The categories of numbers of things, which are whole and not in the millions. */
function categoriesOf(language: string): string[] {
  const rules = new Intl.PluralRules(language)
  const numbers = Array.from({ length: 200 }, (_, number) => rules.select(number))
  return [...new Set([...numbers, 'other'])].sort()
}

test('each language is written by its own file', () => {
  expect(translations).toHaveLength(14)
})

test.each(translations)('%s has every message of the app, and no other', (_, translation) => {
  const keysOf = (table: Translation) =>
    Object.entries(table).flatMap(([part, messages]) =>
      Object.keys(messages).map((key) => `${part}.${key}`),
    )
  expect(keysOf(translation).sort()).toEqual(keysOf(english).sort())
})

test.each(translations)('%s has the values of each message in it', (_, translation) => {
  for (const [part, messages] of Object.entries(english)) {
    if (part === 'chatErrors') continue
    for (const [key, message] of Object.entries(messages)) {
      const translated = translation[part]?.[key] ?? ''
      const name = `${part}.${key}`
      expect(typeof translated, name).toBe(typeof message)
      const other = (one: string | Forms) => (typeof one === 'string' ? one : one.other)
      expect(placeholders(other(translated)), name).toEqual(placeholders(other(message)))
      for (const form of formsOf(translated)) {
        expect(form.trim(), name).not.toBe('')
        for (const one of placeholders(form)) {
          expect(placeholders(other(message)), name).toContain(one)
        }
      }
    }
  }
})

test.each(translations)('%s has each form that its numbers take', (language, translation) => {
  const forms = Object.values(translation)
    .flatMap((messages) => Object.values(messages))
    .filter((message) => typeof message !== 'string')
  expect(forms.length).toBeGreaterThan(5)
  for (const one of forms) expect(Object.keys(one).sort()).toEqual(categoriesOf(language))
})

test.each(translations)(
  '%s has the label of a button in its longer name',
  (_, { account = {} }) => {
    for (const name of [account.signOutOf, account.signOutOfThis]) {
      expect(String(name).toLowerCase()).toContain(String(account.signOut).toLowerCase())
    }
  },
)
