/** The language of an element: its own `lang`, or that of the nearest ancestor, across shadow roots. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang') ?? ''
  }
  return 'en'
}

/** Calls back when a `lang` of the element or its ancestors may have changed. Returns what stops it. */
export function watchLanguage(element: Element, onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  for (let root: Node | undefined = element; root; ) {
    root = root.getRootNode()
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] })
    root = root instanceof ShadowRoot ? root.host : undefined
  }
  return () => observer.disconnect()
}

function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)
}
