import { useEffect, useEffectEvent } from 'react'

/** Escape leaves, from wherever on the page but a field that it empties; not while a word is being composed. */
export function useEscapeKey(leave: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
    if (!(event.target instanceof HTMLInputElement)) leave()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
