import { type RefObject, useRef } from 'react'
import { shortcutPreferences } from './shortcut-preferences.ts'
import { useShortcut } from './use-shortcut.ts'

export interface SearchShortcut {
  field: RefObject<HTMLInputElement | null>
  /** The key, unless it is switched off. */
  key: '/' | undefined
}

/** Moves the focus to a field when `/` is pressed outside of text fields. */
export function useSearchShortcut(): SearchShortcut {
  const field = useRef<HTMLInputElement>(null)
  useShortcut('/', () => {
    field.current?.focus()
    field.current?.select()
  })
  return { field, key: shortcutPreferences.use().singleKeys ? '/' : undefined }
}
