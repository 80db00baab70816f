import { type RefObject, useEffect } from 'react'

const tabStops =
  ':is(a[href], button, input, select, textarea, summary, [tabindex]):not(:disabled, [tabindex="-1"])'

/**
 * Moves the focus on when what has it is taken off the page, as the button of an action is that is done: to what Tab would
 * reach next, else to what came before. Otherwise it would be on the body, and the next key at the top of the page.
 */
export function useFocusKept(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = page
    if (!current) return
    let focused: Node | undefined
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Node) focused = target
    }
    const onFocusOut = ({ target }: FocusEvent) => {
      // Chromium also fires this just before it takes the element off; whether it did is known only afterwards.
      queueMicrotask(() => {
        if (focused !== target || !focused?.isConnected) return
        // Not when the whole window loses it, to a sign-in window for instance.
        if (document.activeElement !== target) focused = undefined
      })
    }
    const observer = new MutationObserver((changes) => {
      if (!focused || focused.isConnected) return
      const isAfter = placeOf(focused, changes)
      focused = undefined
      if (document.activeElement !== document.body) return
      const stops = [...current.querySelectorAll<HTMLElement>(tabStops)]
      const around = [...stops.filter(isAfter), ...stops.filter((stop) => !isAfter(stop)).reverse()]
      around.find((stop) => {
        stop.focus({ preventScroll: true })
        return document.activeElement === stop
      })
    })
    current.addEventListener('focusin', onFocusIn)
    current.addEventListener('focusout', onFocusOut)
    observer.observe(current, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      current.removeEventListener('focusin', onFocusIn)
      current.removeEventListener('focusout', onFocusOut)
    }
  }, [page])
}

/** Finds where a node was. What it returns tells what comes after that place now, such as what has replaced the node. */
function placeOf(gone: Node, changes: readonly MutationRecord[]): (other: Node) => boolean {
  let parent = gone
  let before: Node | null = null
  for (const { target, removedNodes, previousSibling } of changes) {
    if (![...removedNodes].some((node) => node.contains(parent))) continue
    parent = target
    before = previousSibling
  }
  const { DOCUMENT_POSITION_FOLLOWING: following } = Node
  const start = before
  // What is inside of a node follows it, too, but with another bit set.
  if (start?.isConnected) return (other) => start.compareDocumentPosition(other) === following
  return (other) => (parent.compareDocumentPosition(other) & following) !== 0
}
