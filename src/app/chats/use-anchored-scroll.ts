import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Ids } from '../lib/ids.ts'
import { scrollShift } from './scroll-shift.ts'

/**
 * Keeps the rows in view in place when rows are added or removed above, or all become higher. At the very top new rows
 * come into view instead.
 *
 * @param ids      Of the rows, all of the same height.
 * @param holdsTop Even at the very top: what comes there was asked for.
 */
export function useAnchoredScroll(
  scroller: RefObject<HTMLElement | null>,
  ids: Ids,
  rowHeight: number,
  holdsTop: boolean,
): void {
  const before = useRef({ ids, holdsTop, rowHeight })
  useLayoutEffect(() => {
    const old = before.current
    before.current = { ids, holdsTop, rowHeight }
    const element = scroller.current
    if (!element) return
    if (old.rowHeight !== rowHeight) element.scrollTop *= rowHeight / old.rowHeight
    if (old.ids === ids) return
    if (element.scrollTop < rowHeight && !old.holdsTop) return
    const first = Math.floor(element.scrollTop / rowHeight)
    const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight)
    const inView: string[] = []
    for (let index = first; index < Math.min(last, old.ids.length); index += 1) {
      inView.push(old.ids.at(index) ?? '')
    }
    const shift = scrollShift(inView, first, ids)
    if (shift !== 0) element.scrollTop += shift * rowHeight
  }, [scroller, ids, rowHeight, holdsTop])
}
