/** The language of an element: its own `lang`, or the next one out, through the shadow roots around it. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = outOf(node)) {
    if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang') ?? ''
  }
  return 'en'
}

function outOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)
}
