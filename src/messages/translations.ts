import { translationFor } from '../brand/label.ts'
import type { Messages } from './messages.ts'

/** Each language is a file of its own, which bundlers find only if it is written out. */
const files: Record<string, () => Promise<{ messages: Messages }>> = {
  ar: () => import('./messages-ar.ts'),
  de: () => import('./messages-de.ts'),
  es: () => import('./messages-es.ts'),
  fr: () => import('./messages-fr.ts'),
  he: () => import('./messages-he.ts'),
  it: () => import('./messages-it.ts'),
  ja: () => import('./messages-ja.ts'),
  ko: () => import('./messages-ko.ts'),
  nl: () => import('./messages-nl.ts'),
  pl: () => import('./messages-pl.ts'),
  pt: () => import('./messages-pt.ts'),
  tr: () => import('./messages-tr.ts'),
  zh: () => import('./messages-zh.ts'),
  'zh-hant': () => import('./messages-zh-hant.ts'),
}

/**
 * Loads the messages in a language; a module of its own, so that a page in English does not even have the list.
 *
 * @returns Undefined for English, and for a language without a translation.
 */
export async function loadTranslation(language: string): Promise<Messages | undefined> {
  return (await files[translationFor(language)]?.())?.messages
}
