import { bestTranslation, knownTranslation, languageTag } from '../../brand/index.ts'

/** The languages of the app, which are those of the sign-in button's label, each as its readers call it. */
export const languages = {
  en: 'English',
  ar: 'العربية',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  he: 'עברית',
  it: 'Italiano',
  ja: '日本語',
  ko: '한국어',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
  tr: 'Türkçe',
  zh: '简体中文',
  'zh-Hant': '繁體中文',
} as const

/** A language of the app, as a BCP 47 tag. */
export type Language = keyof typeof languages

/** Whether a text is the name of one of the app's languages. */
export function isLanguage(name: string): name is Language {
  return Object.hasOwn(languages, name)
}

/**
 * The first of some languages that the app has; else English.
 *
 * @param tags What the browser names, best first.
 */
export function bestLanguage(tags: readonly string[]): Language {
  return languageOf(bestTranslation(tags)) ?? 'en'
}

/**
 * The locale of dates and numbers: the language as the agent's own region has it.
 *
 * @param tags What the browser names; some name what `Intl` refuses, such as `en-US@posix`.
 */
export function localeOf(language: Language, tags: readonly string[] | undefined): string {
  const own = tags
    ?.map(languageTag)
    .find((tag) => languageOf(knownTranslation(tag)) === language && isLocale(tag))
  return own ?? language
}

/** The language of a translation, which has no capitals in its name. */
function languageOf(translation: string | undefined): Language | undefined {
  const name = translation === 'zh-hant' ? 'zh-Hant' : translation
  return name !== undefined && isLanguage(name) ? name : undefined
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}
