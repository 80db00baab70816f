import { type RefObject, useEffect, useEffectEvent } from 'react'

/** Calls `onNear` when the element comes close to the viewport, each time `active` becomes true again. */
export function useNearEnd(
  element: RefObject<Element | null>,
  active: boolean,
  onNear: () => void,
): void {
  const near = useEffectEvent(onNear)
  useEffect(() => {
    if (!active || !element.current) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) near()
      },
      { rootMargin: '0px 0px 600px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [active, element])
}
