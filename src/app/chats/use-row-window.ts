import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** The rows of a scroller that are in view: all are of one height, so that their number costs nothing. */
export interface RowWindow {
  /** Index of the first row in view. */
  first: number
  /** Index of the last row in view. */
  last: number
  /** To be called when the scroller was scrolled. */
  onScroll: () => void
  /** Scrolls a row into view, as little as that takes. */
  scrollTo: (index: number) => void
}

/**
 * Follows which rows are in view.
 *
 * @param ids   Of the rows; another object when some came or went, which may have scrolled the list.
 * @param start Pixels from the top at which the scroller opens.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  ids: { readonly length: number },
  rowHeight: number,
  start: number,
): RowWindow {
  // The first rows are drawn before the scroller can be measured; it is not higher than the page.
  const [seen, setSeen] = useState(() => inView(start, window.innerHeight, rowHeight))
  const see = () => {
    const element = scroller.current
    if (!element) return
    const now = inView(element.scrollTop, element.clientHeight, rowHeight)
    if (now.first !== seen.first || now.last !== seen.last) setSeen(now)
  }
  const resized = useEffectEvent(see)
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = start
  }, [scroller, start])
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that came or went may have scrolled the list
  useLayoutEffect(see, [ids, rowHeight])
  useEffect(() => {
    if (!scroller.current) return
    const observer = new ResizeObserver(() => resized())
    observer.observe(scroller.current)
    return () => observer.disconnect()
  }, [scroller])

  const last = Math.min(seen.last, ids.length - 1)
  return {
    first: Math.max(0, Math.min(seen.first, last)),
    last,
    // Before the browser paints, or rows would be missing for a frame.
    onScroll: () => flushSync(see),
    scrollTo(index) {
      const element = scroller.current
      if (!element) return
      const top = index * rowHeight
      // With the last row comes what is below it.
      const isLast = index === ids.length - 1
      const lowest = isLast ? element.scrollHeight : top + rowHeight - element.clientHeight
      if (top < element.scrollTop) element.scrollTo({ top })
      else if (lowest > element.scrollTop) element.scrollTo({ top: lowest })
    },
  }
}

function inView(scrollTop: number, height: number, rowHeight: number) {
  return {
    first: Math.max(0, Math.floor(scrollTop / rowHeight)),
    last: Math.max(0, Math.ceil((scrollTop + height) / rowHeight) - 1),
  }
}
