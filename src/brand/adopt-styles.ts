import css from './sign-in-button.css?inline'

let sheet: CSSStyleSheet | undefined

/**
 * Dresses the buttons of a document or shadow root, once. A constructed sheet needs neither a style element nor
 * a second request, so the strictest Content-Security-Policy allows it.
 */
export function wearStyles(root: DocumentOrShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
  }
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }
}
