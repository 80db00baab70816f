import { useEffect, useEffectEvent } from 'react'
import { isComposing } from './is-composing.ts'

/**
 * Calls `onEscape` for Escape anywhere on the page, except in a field it clears or while an input method is active. Of
 * several parts of a page the innermost answers.
 *
 * @param isOn Whether there is something to leave now.
 */
export function useEscapeKey(onEscape: () => void, isOn = true): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!isOn || event.key !== 'Escape' || isComposing(event) || event.defaultPrevented) return
    if (event.target instanceof HTMLInputElement) return
    event.preventDefault()
    onEscape()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
