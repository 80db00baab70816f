import { languageTag } from './language-tag.ts'

/** The button's label by language; `zh` is in simplified characters unless the tag says otherwise. */
export const signInLabels: Readonly<Record<string, string>> = {
  en: 'Sign in with LiveChat',
  ar: 'تسجيل الدخول باستخدام LiveChat',
  de: 'Mit LiveChat anmelden',
  es: 'Iniciar sesión con LiveChat',
  fr: 'Se connecter avec LiveChat',
  he: 'כניסה באמצעות LiveChat',
  it: 'Accedi con LiveChat',
  ja: 'LiveChatでサインイン',
  ko: 'LiveChat으로 로그인',
  nl: 'Inloggen met LiveChat',
  pl: 'Zaloguj się przez LiveChat',
  pt: 'Entrar com LiveChat',
  tr: 'LiveChat ile oturum aç',
  zh: '使用 LiveChat 登录',
  'zh-hant': '使用 LiveChat 登入',
}

/**
 * The label of a sign-in button, which is its accessible name in every state.
 *
 * @param language A BCP 47 tag, as in `lang`; English for a language without a label.
 */
export function signInLabel(language: string): string {
  return signInLabels[translationFor(language)] ?? ''
}

/** Finds the translation for a language: `zh-hant` for `zh-TW`, `en` for one that has none. */
export function translationFor(language: string): string {
  return knownTranslation(language) ?? 'en'
}

/** Finds the translation for the first of some languages that has one, best first; else `en`. */
export function bestTranslation(languages: readonly string[]): string {
  return languages.map(knownTranslation).find((name) => name !== undefined) ?? 'en'
}

/** Finds the translation for a language; undefined when there is none. */
export function knownTranslation(language: string): string | undefined {
  const tag = languageTag(language).toLowerCase()
  const [primary = ''] = tag.split('-')
  const traditional = primary === 'zh' && /-(hant|tw|hk|mo)\b/.test(tag)
  const name = traditional ? 'zh-hant' : primary
  return Object.hasOwn(signInLabels, name) ? name : undefined
}

/** Which way a language is written, of those we have translations for. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return language === 'ar' || language === 'he' ? 'rtl' : 'ltr'
}
