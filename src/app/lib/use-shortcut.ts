import { useEffect, useEffectEvent } from 'react'
import { isComposing } from './is-composing.ts'

/** A key, with Alt also in the middle of writing. */
export type Shortcut = '?' | '/' | 'Alt+N'

/** Calls back when a shortcut is pressed. */
export function useShortcut(shortcut: Shortcut, onPress: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented || !isPressed(shortcut, event)) return
    event.preventDefault()
    onPress()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function isPressed(shortcut: Shortcut, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || document.querySelector('dialog[open]')) return false
  if (shortcut !== 'Alt+N')
    return event.key === shortcut && !event.altKey && !isTyping(event.target)
  // On a Mac, Option makes another letter of it; then the place of the key counts.
  const isLatin = /^[a-z]$/i.test(event.key)
  return event.altKey && (isLatin ? event.key.toLowerCase() === 'n' : event.code === 'KeyN')
}

/** Whether keys are letters where they are pressed, and no shortcuts. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
