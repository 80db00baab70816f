import { type RefObject, useEffect } from 'react'

/** Keeps the rows under the pointer when a notice comes above the list or goes. */
export function useSteadyScroll(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let top = element.getBoundingClientRect().top
    /** Pixels scrolled for the notices that are there; all of it is undone when they go. */
    let shift = 0
    const observer = new ResizeObserver(() => {
      const before = top
      top = element.getBoundingClientRect().top
      if (shift === 0 && !element.matches(':hover')) return
      element.scrollTop += top - before
      shift += top - before
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
}
