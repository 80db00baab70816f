import { type RefObject, useEffect, useRef } from 'react'
import { isComposing } from './is-composing.ts'
import { isTyping } from './is-typing.ts'

/** Moves the focus to a field when `/` is pressed outside of text fields. */
export function useSearchShortcut(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || isComposing(event)) return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target)) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return field
}
