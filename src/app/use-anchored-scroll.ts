import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Keeps what the agent reads where it is when rows come or go above it. At the very top rows come into view instead.
 *
 * @param ids Of the rows, all of the same height.
 */
export function useAnchoredScroll(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly string[],
  rowHeight: number,
): void {
  const before = useRef<readonly string[]>(ids)
  useLayoutEffect(() => {
    const old = before.current
    before.current = ids
    const element = scroller.current
    if (!element || old === ids || element.scrollTop < rowHeight) return
    const first = Math.floor(element.scrollTop / rowHeight)
    const anchor = old[first]
    if (anchor === undefined || ids[first] === anchor) return
    const now = ids.indexOf(anchor)
    if (now !== -1) element.scrollTop += (now - first) * rowHeight
  }, [scroller, ids, rowHeight])
}
