import { useEffect, useEffectEvent } from 'react'

/** Calls `onFind` when the agent is about to search the page: Ctrl+F, F3 and their kin. */
export function useFindShortcut(onFind: () => void): void {
  const onKeyDown = useEffectEvent(({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    const isFind = (ctrlKey || metaKey) && !altKey && /^[fg]$/i.test(key)
    if (isFind || key === 'F3') onFind()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
