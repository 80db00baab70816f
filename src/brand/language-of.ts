/** The language of an element: its own `lang`, or the next one out, through the shadow roots around it. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = outOf(node)) {
    if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang') ?? ''
  }
  return 'en'
}

/** Calls when a `lang` around the element may have changed. Returns how to stop. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  for (let root: Node | undefined = element; root; ) {
    root = root.getRootNode()
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] })
    root = root instanceof ShadowRoot ? root.host : undefined
  }
  return () => observer.disconnect()
}

function outOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)
}
