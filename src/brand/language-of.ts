/** The language of an element: its own `lang`, or that of the nearest ancestor, across shadow roots. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    if (isElement(node) && node.hasAttribute('lang')) return node.getAttribute('lang') ?? ''
  }
  return 'en'
}

/** Calls back when a `lang` of the element or its ancestors may have changed. Returns what stops it. */
export function watchLanguage(element: Element, onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  for (let root: Node | undefined = element; root; ) {
    root = root.getRootNode()
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] })
    root = hostOf(root) ?? undefined
  }
  return () => observer.disconnect()
}

function parentOf(node: Node): Node | null {
  return node.parentNode ?? hostOf(node)
}

// By their kind, not their class: in another window the classes are others.
function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

function hostOf(node: Node): Element | null {
  return node.nodeType === 11 && 'host' in node ? (node as ShadowRoot).host : null
}
