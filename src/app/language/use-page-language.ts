import { useSyncExternalStore } from 'react'
import { language } from './define-messages.ts'
import type { Language } from './languages.ts'

/** The language of the page; a component that asks for it is drawn again when it changes, with all it draws. */
export function usePageLanguage(): Language {
  return useSyncExternalStore(language.listen, language.get)
}
