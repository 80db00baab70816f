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
    let focused: Element | undefined
    let around: HTMLElement[] = []
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      const stops = [...current.querySelectorAll<HTMLElement>(tabStops)]
      const isAfter = (stop: HTMLElement) =>
        (target.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      focused = target
      around = [...stops.filter(isAfter), ...stops.filter((stop) => !isAfter(stop)).reverse()]
    }
    const onFocusOut = ({ target }: FocusEvent) => {
      // Not when the whole window loses it, to a sign-in window for instance.
      if (document.activeElement !== target) focused = undefined
    }
    const observer = new MutationObserver(() => {
      if (!focused || focused.isConnected) return
      focused = undefined
      if (document.activeElement !== document.body) return
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
