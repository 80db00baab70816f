import { type RefObject, useEffect, useEffectEvent } from 'react'

/**
 * Calls `onNear` when the element comes close to what is in view, each time `active` becomes true again.
 *
 * @param margin How close, in pixels.
 * @param round  Calls again when this changes and the element is still close.
 */
export function useNearViewport(
  element: RefObject<Element | null>,
  active: boolean,
  onNear: () => void,
  margin = 600,
  round = 0,
): void {
  const near = useEffectEvent(onNear)
  useEffect(() => {
    if (!active || !element.current) return
    void round
    // The margin belongs to the element that scrolls; that of the page would not reach into it.
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) near()
      },
      { root: element.current.closest('[data-scrolls]'), rootMargin: `${margin}px 0px` },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [active, element, margin, round])
}
