import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

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
  setCurrent: (index: number) => void
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
export function useRovingFocus(
  ids: readonly string[],
  scrollTo: (index: number) => void,
): RovingFocus {
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
    setCurrentId(ids[next])
    moved.current = list
  }
  return {
    current,
    setCurrent: (index) => setCurrentId(ids[index]),
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
export function nearestSurvivor(
  before: readonly string[],
  id: string,
  now: readonly string[],
): string | undefined {
  if (now.includes(id)) return id
  const left = new Set(now)
  const at = before.indexOf(id)
  const below = before.slice(at + 1).find((one) => left.has(one))
  return below ?? before.slice(0, Math.max(at, 0)).findLast((one) => left.has(one))
}
