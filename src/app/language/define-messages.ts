import {
  createI18n,
  type TranslationFunction,
  type Translations,
  transform,
} from '@nanostores/i18n'
import { atom } from 'nanostores'
import { directionOf } from '../../brand/index.ts'
import { formatNumber } from '../lib/format-number.ts'
import { type Language, localeOf } from './languages.ts'
import type { Forms, Translation } from './translation.ts'

/** The language the page is in. */
export const language = atom<Language>('en')

/** The locale of dates and numbers on the page. */
export function currentLocale(): string {
  // Node, where tests run, has no navigator.
  return localeOf(language.get(), globalThis.navigator?.languages)
}

/** Messages by language and part of the app. A page turns to a language once it is there; a part it lacks stays English. */
export const i18n = createI18n(language, {
  get: async (_, parts) => Object.fromEntries(parts.map((part) => [part, {}])),
})

/** All messages that were defined, in English, for tests. */
export function englishMessages(): Translation {
  // The library takes what it holds for one part of the app.
  return { ...i18n.cache.en } as unknown as Translation
}

/**
 * Defines the messages of a part of the app.
 *
 * ```ts
 * const text = defineMessages('list', {
 *   title: 'Chats',
 *   found: params({ one: '{count} chat', other: '{count} chats' }),
 * })
 * text().found({ count: 5 }) // '5 Chats' on a German page
 * ```
 *
 * @param part    Names it in the translations.
 * @param english The messages in English; keys and placeholders of all languages are theirs.
 * @returns Reads the messages in the language of the page.
 */
export function defineMessages<const English extends Translations>(
  part: string,
  english: English,
): () => English {
  const messages = i18n(part, english)
  // For good, so that reading costs nothing.
  messages.listen(() => {})
  return () => messages.get()
}

/** The names in braces. */
export type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

/** What is put in the places of the names; numbers are written as the locale has them. */
type Values<Message> = Message extends string
  ? Record<Placeholders<Message>, string | number>
  : { count: number } & Record<
      Exclude<Placeholders<Message[keyof Message]>, 'count'>,
      string | number
    >

/**
 * A message with values in the places of names in braces; one in several forms has the number `count`.
 *
 * Unlike the library's own `params` and `count` it takes values as they are, whatever characters they hold.
 */
export const params = transform(
  (rules: string, message: string | Forms, values: Record<string, string | number>) => {
    const text = typeof message === 'string' ? message : formOf(message, rules, values.count)
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? ''
      return typeof value === 'number'
        ? formatNumber(value, currentLocale())
        : isolate(value, rules)
    })
  },
) as <const Message extends string | Forms>(
  message: Message,
) => TranslationFunction<[values: Values<Message>], string>

/** Keeps the punctuation of a name with it where the words around it are written from the right. */
function isolate(value: string, language: string): string {
  return directionOf(language) === 'rtl' ? `\u2068${value}\u2069` : value
}

function formOf(forms: Forms, rules: string, count: string | number | undefined): string {
  return forms[new Intl.PluralRules(rules).select(Number(count))] ?? forms.other
}
