import { useEffect, useEffectEvent } from 'react'
import { isComposing } from './is-composing.ts'

/** Calls `onEscape` for Escape anywhere on the page, except in a field it clears or while an input method is active. */
export function useEscapeKey(leave: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event) || event.defaultPrevented) return
    if (!(event.target instanceof HTMLInputElement)) leave()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
