import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

import type { Ids } from './ids.ts'
import { isComposing } from './is-composing.ts'

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + 8,
  PageUp: (at) => at - 8,
  Home: () => 0,
  End: (_, last) => last,
}

export interface RovingFocus {
  /** The one row that Tab reaches. */
  current: number
  /** The same function each time. */
  setCurrent: (id: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** Of the list itself. */
  onFocus: (event: FocusEvent<HTMLElement>) => void
  onBlur: () => void
}

/** Returns the focus to the list when the chat beside or over it was closed. */
export function useFocusAfterClosing(
  list: RefObject<HTMLElement | null>,
  openId: string | undefined,
): void {
  const wasOpen = useRef(openId)
  useLayoutEffect(() => {
    if (wasOpen.current !== undefined && openId === undefined) focusCurrent(list.current)
    wasOpen.current = openId
  }, [list, openId])
}

function focusCurrent(list: HTMLElement | null | undefined): void {
  list?.querySelector<HTMLElement>('[data-current="true"]')?.focus({ preventScroll: true })
}

/**
 * One tab stop for a list of any length: arrows, Page Up and Down, Home and End move between its rows.
 *
 * @param ids   Of the rows; the current one is followed when rows come and go, and its neighbour takes its place.
 * @param scrollTo Scrolls a row into view, so that it is drawn.
 */
export function useRovingFocus(ids: Ids, scrollTo: (index: number) => void): RovingFocus {
  const [currentId, setCurrentId] = useState<string>()
  const [known, setKnown] = useState(ids)
  if (known !== ids) {
    setKnown(ids)
    if (currentId !== undefined) setCurrentId(nearestSurvivor(known, currentId, ids))
  }
  const moved = useRef<HTMLElement>(undefined)
  const focused = useRef<{ row: HTMLElement; list: HTMLElement }>(undefined)
  const current = Math.max(0, currentId === undefined ? 0 : ids.indexOf(currentId))

  useLayoutEffect(() => {
    // The row may not have been there when the key was pressed.
    focusCurrent(moved.current)
    moved.current = undefined
    // A removed row loses the focus without a blur event.
    const { row, list } = focused.current ?? {}
    if (!row || row.isConnected) return
    focused.current = undefined
    if (document.activeElement === document.body) focusCurrent(list)
  })

  const go = (index: number, list: HTMLElement) => {
    const next = Math.min(Math.max(index, 0), ids.length - 1)
    scrollTo(next)
    setCurrentId(ids.at(next))
    moved.current = list
  }
  return {
    current,
    setCurrent: setCurrentId,
    onKeyDown(event) {
      const step = steps[event.key]
      if (!step || isComposing(event.nativeEvent)) return
      if (event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      go(step(current, ids.length - 1), event.currentTarget)
    },
    onFocus(event) {
      focused.current = { row: event.target, list: event.currentTarget }
    },
    onBlur() {
      focused.current = undefined
    },
  }
}

/**
 * A row itself while it is there; else the next one that stayed, or the last one before it.
 *
 * @param before All rows, when it was among them.
 * @param now    All rows that are left.
 */
export function nearestSurvivor(before: Ids, id: string, now: Ids): string | undefined {
  const at = before.indexOf(id)
  const isLeft = (one: string | undefined) => one !== undefined && now.indexOf(one) !== -1
  if (isLeft(id)) return id
  for (let below = at + 1; below < before.length; below += 1) {
    if (isLeft(before.at(below))) return before.at(below)
  }
  for (let above = at - 1; above >= 0; above -= 1) {
    if (isLeft(before.at(above))) return before.at(above)
  }
  return undefined
}
