/**
 * Keeps what is in view where it is when the content of a scroller changes its height, as `overflow-anchor` does where
 * there is such a thing; Safari has none. A scroller at its beginning stays there: in a conversation, the newest message.
 *
 * @param scroller Its one child is the content.
 * @returns What stops it.
 */
export function anchorScroll(scroller: HTMLElement): () => void {
  const content = scroller.firstElementChild
  if (!content || CSS.supports('overflow-anchor', 'auto')) return () => {}
  let anchor: { element: Element; offset: number } | undefined

  const chooseAnchor = () => {
    const element = scroller.scrollTop === 0 ? undefined : topmostElement(scroller, content)
    anchor = element && { element, offset: offsetOf(element, scroller) }
  }
  const keepAnchor = () => {
    if (anchor?.element.isConnected) {
      scroller.scrollTop += offsetOf(anchor.element, scroller) - anchor.offset
    }
    chooseAnchor()
  }
  // Told after layout and before the page is drawn.
  const sizes = new ResizeObserver(keepAnchor)
  sizes.observe(content)
  scroller.addEventListener('scroll', chooseAnchor, { passive: true })
  return () => {
    sizes.disconnect()
    scroller.removeEventListener('scroll', chooseAnchor)
  }
}

function offsetOf(element: Element, scroller: Element): number {
  return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top
}

/**
 * Returns the first element of the content that is in view, looking past the gaps between elements and past what stays
 * above whatever is added: with `data-unanchored`, as with `overflow-anchor: none`.
 */
function topmostElement(scroller: Element, content: Element): Element | undefined {
  const { left, width, top, bottom } = scroller.getBoundingClientRect()
  for (let y = top + 1; y < bottom; y += 8) {
    const element = document.elementFromPoint(left + width / 2, y)
    if (!element || element === content || !content.contains(element)) continue
    if (!element.closest('[data-unanchored]')) return element
  }
  return undefined
}
