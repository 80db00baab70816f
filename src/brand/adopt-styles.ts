import { unclobbered } from '../dom/index.ts'
import css from './sign-in-button.css?inline'

/** Adds the button's styles to the document or shadow root that a node is in, once. */
export const adoptStyles = stylesOf(css)

/**
 * Returns what adds styles to the document or shadow root that a node is in, once.
 *
 * A constructed style sheet needs neither a style element nor a request, so the strictest Content-Security-Policy
 * allows it.
 */
export function stylesOf(css: string): (node: Node) => void {
  /** One sheet per document: a document adopts only those that its own window made. */
  const sheets = new WeakMap<Document, CSSStyleSheet>()

  /** Undefined for a document without a window, which is not shown, and before Safari 16.4, where there are no styles. */
  function sheetOf(document: Document): CSSStyleSheet | undefined {
    const known = sheets.get(document)
    const window = unclobbered(document).defaultView
    if (known || !window || !isStyled(document)) return known
    const sheet = new window.CSSStyleSheet()
    sheet.replaceSync(css)
    sheets.set(document, sheet)
    return sheet
  }

  return (node) => {
    const document = node.ownerDocument ?? (node as Document)
    const root = node.getRootNode()
    // A part that is in no document yet is styled as that document.
    const scope = isStyled(root) ? root : document
    const sheet = sheetOf(document)
    const { adoptedStyleSheets } = unclobbered(scope)
    if (sheet && !adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet)
  }
}

function isStyled(root: Node): root is Document | ShadowRoot {
  return 'adoptedStyleSheets' in root
}
