import type { EmojiData } from 'frimousse'
import { capitalize } from '../../text/index.ts'
import type { Language } from '../language/languages.ts'
import { loadChunk } from '../lib/load-chunk.ts'

/** The emoji and their groups, as Unicode's speakers of a language call them; some languages have no data. */
const sources = {
  en: [
    () => import('emojibase-data/en/data.json'),
    () => import('emojibase-data/en/messages.json'),
  ],
  de: [
    () => import('emojibase-data/de/data.json'),
    () => import('emojibase-data/de/messages.json'),
  ],
  es: [
    () => import('emojibase-data/es/data.json'),
    () => import('emojibase-data/es/messages.json'),
  ],
  fr: [
    () => import('emojibase-data/fr/data.json'),
    () => import('emojibase-data/fr/messages.json'),
  ],
  it: [
    () => import('emojibase-data/it/data.json'),
    () => import('emojibase-data/it/messages.json'),
  ],
  ja: [
    () => import('emojibase-data/ja/data.json'),
    () => import('emojibase-data/ja/messages.json'),
  ],
  ko: [
    () => import('emojibase-data/ko/data.json'),
    () => import('emojibase-data/ko/messages.json'),
  ],
  nl: [
    () => import('emojibase-data/nl/data.json'),
    () => import('emojibase-data/nl/messages.json'),
  ],
  pl: [
    () => import('emojibase-data/pl/data.json'),
    () => import('emojibase-data/pl/messages.json'),
  ],
  pt: [
    () => import('emojibase-data/pt/data.json'),
    () => import('emojibase-data/pt/messages.json'),
  ],
  zh: [
    () => import('emojibase-data/zh/data.json'),
    () => import('emojibase-data/zh/messages.json'),
  ],
  'zh-Hant': [
    () => import('emojibase-data/zh-hant/data.json'),
    () => import('emojibase-data/zh-hant/messages.json'),
  ],
} as const satisfies Partial<Record<Language, unknown>>

/** The newest version of Unicode's emoji that computers of some years have pictures for; others would be boxes. */
const newestVersion = 15.1

/** Parts of emoji, such as a skin tone alone. */
const components = 2

/**
 * Loads Unicode's emoji in the form of the picker, without skin tones, with their names in a language; in English
 * where there are none.
 *
 * @throws {ChunkLoadError} Rejects with it when they cannot be loaded.
 */
export async function loadEmoji(language: Language): Promise<EmojiData> {
  const locale = isNamedIn(language) ? language : 'en'
  const [loadEmojis, loadMessages] = sources[locale]
  const [{ default: emojis }, { default: messages }] = await Promise.all([
    loadChunk(loadEmojis, import.meta.url),
    loadChunk(loadMessages, import.meta.url),
  ])
  return {
    locale,
    emojis: emojis.flatMap(({ emoji, group, label, version, tags = [] }) =>
      group === undefined || group === components || version > newestVersion
        ? []
        : [{ emoji, category: group, label: capitalize(label), version, tags }],
    ),
    categories: messages.groups
      .filter(({ order }) => order !== components)
      .map(({ order, message }) => ({ index: order, label: capitalize(message) })),
    skinTones: { light: '', 'medium-light': '', medium: '', 'medium-dark': '', dark: '' },
  }
}

function isNamedIn(language: Language): language is keyof typeof sources {
  return Object.hasOwn(sources, language)
}
