import type { Language } from '../language/languages.ts'

/** What is on the keys of a language's keyboards, where it is not English. */
const printed: Partial<Record<Language, Record<string, string>>> = {
  de: { Ctrl: 'Strg', Shift: 'Umschalt', Home: 'Pos1', End: 'Ende' },
  es: { Shift: 'Mayús', Enter: 'Intro', Home: 'Inicio', End: 'Fin' },
  fr: { Shift: 'Maj', Enter: 'Entrée', Home: 'Début', End: 'Fin', Esc: 'Échap' },
  it: { Shift: 'Maiusc', Enter: 'Invio', End: 'Fine' },
}

/** The name of a key as it is printed. */
export function keyName(key: string, language: Language): string {
  return printed[language]?.[key] ?? key
}
