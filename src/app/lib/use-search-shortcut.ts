import { type RefObject, useRef } from 'react'
import { useShortcut } from './use-shortcut.ts'

/** Moves the focus to a field when `/` is pressed outside of text fields. */
export function useSearchShortcut(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null)
  useShortcut('/', () => {
    field.current?.focus()
    field.current?.select()
  })
  return field
}
