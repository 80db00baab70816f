import css from './sign-in-button.css?inline'

let sheet: CSSStyleSheet | undefined

/**
 * Adds the button's styles to a document or shadow root, once.
 *
 * A constructed style sheet needs neither a style element nor a request, so the strictest Content-Security-Policy
 * allows it.
 */
export function adoptStyles(root: DocumentOrShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
  }
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }
}
