import { useSyncExternalStore } from 'react'
import type { Language } from './languages.ts'
import { language } from './messages.ts'

/** The language of the page; a component that asks for it is drawn again when it changes, with all it draws. */
export function usePageLanguage(): Language {
  return useSyncExternalStore(language.listen, language.get)
}
