import { type RefObject, useEffect } from 'react'

/** Keeps the rows under the pointer when a notice comes above the list or goes. */
export function useSteadyScroll(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let top = element.getBoundingClientRect().top
    const observer = new ResizeObserver(() => {
      const before = top
      top = element.getBoundingClientRect().top
      if (element.matches(':hover')) element.scrollTop += top - before
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
}
