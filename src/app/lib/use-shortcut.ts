import { useEffect, useEffectEvent } from 'react'
import { isComposing } from './is-composing.ts'
import { shortcutPreferences } from './shortcut-preferences.ts'

/** A key, which can be switched off; with Alt or Ctrl also in the middle of writing. */
export type Shortcut = '?' | '/' | 'Alt+N' | 'Ctrl+/'

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
  const { key, altKey, ctrlKey, metaKey } = event
  if (metaKey || document.querySelector('dialog[open]')) return false
  switch (shortcut) {
    case 'Alt+N': {
      // On a Mac, Option makes another letter of it; then the place of the key counts.
      const isLatin = /^[a-z]$/i.test(key)
      return altKey && !ctrlKey && (isLatin ? key.toLowerCase() === 'n' : event.code === 'KeyN')
    }
    case 'Ctrl+/':
      return ctrlKey && !altKey && key === '/'
    default: {
      const isAlone = !altKey && !ctrlKey && !isTyping(event.target)
      return isAlone && key === shortcut && shortcutPreferences.get().singleKeys
    }
  }
}

/** Whether keys are letters where they are pressed, and no shortcuts. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
