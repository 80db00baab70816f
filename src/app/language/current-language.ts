import { directionOf } from '../../brand/index.ts'
import { messagesIn } from '../../messages/index.ts'
import { loadChunk } from '../lib/load-chunk.ts'
import { storedValue } from '../lib/stored-value.ts'
import { i18n, language } from './define-messages.ts'
import { bestLanguage, isLanguage, type Language } from './languages.ts'
import type { Translation } from './translation.ts'

const choice = storedValue(() => localStorage, 'sign-in-with-livechat:language')

/** Loads the messages of a language; those in English are in the code. */
const load = {
  ar: () => import('./translations/ar.ts'),
  de: () => import('./translations/de.ts'),
  es: () => import('./translations/es.ts'),
  fr: () => import('./translations/fr.ts'),
  he: () => import('./translations/he.ts'),
  it: () => import('./translations/it.ts'),
  ja: () => import('./translations/ja.ts'),
  ko: () => import('./translations/ko.ts'),
  nl: () => import('./translations/nl.ts'),
  pl: () => import('./translations/pl.ts'),
  pt: () => import('./translations/pt.ts'),
  tr: () => import('./translations/tr.ts'),
  zh: () => import('./translations/zh.ts'),
  'zh-Hant': () => import('./translations/zh-hant.ts'),
} satisfies Record<Exclude<Language, 'en'>, () => Promise<{ translation: Translation }>>

/** The language chosen in this browser, else the best of those the browser names. */
export function preferredLanguage(): Language {
  const chosen = choice.read()
  return typeof chosen === 'string' && isLanguage(chosen)
    ? chosen
    : bestLanguage(navigator.languages)
}

let wanted: Language = 'en'

/**
 * Puts the page in a language, as soon as its messages are there.
 *
 * @throws {ChunkLoadError} Rejects with it when they cannot be loaded; the page stays as it is.
 */
export async function showLanguage(next: Language): Promise<void> {
  wanted = next
  if (next !== 'en') {
    // Loads them meanwhile; the button waits for none of it.
    messagesIn(next)
    const { translation } = await loadChunk<{ translation: Translation }>(
      load[next],
      import.meta.url,
    )
    Object.assign(i18n.cache, { [next]: translation })
  }
  // Not when another was chosen meanwhile.
  if (wanted !== next) return
  language.set(next)
  document.documentElement.lang = next
  document.documentElement.dir = directionOf(next)
}

/** Likewise, now and whenever the app is opened in this browser. */
export async function chooseLanguage(next: Language): Promise<void> {
  await showLanguage(next)
  choice.write(next)
}
