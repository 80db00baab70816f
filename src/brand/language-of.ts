import { unclobbered } from '../dom/index.ts'

/** The language of a node: its own `lang`, or that of the nearest ancestor, across shadow roots. */
export function languageOf(node: Node): string {
  const named = 'closest' in node && (node as Element).closest('[lang]')
  if (named) return unclobbered(named).getAttribute('lang') ?? ''
  const host = hostOf(node.getRootNode())
  return host ? languageOf(host) : 'en'
}

/** Calls back when a `lang` of the node or its ancestors may have changed. Returns what stops it. */
export function watchLanguage(node: Node, onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  for (let host: Node | null = node; host; ) {
    const root = host.getRootNode()
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] })
    host = hostOf(root)
  }
  return () => observer.disconnect()
}

// By its kind, not its class: in another window the classes are others.
function hostOf(root: Node): Element | null {
  return root.nodeType === 11 && 'host' in root ? (root as ShadowRoot).host : null
}
