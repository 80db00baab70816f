/** Says one thing on an otherwise empty page, when the app itself is not there (yet). */
export function showPlainMessage(root: HTMLElement, message: string): void {
  const main = document.createElement('main')
  main.className = 'plain-message'
  main.textContent = message
  root.replaceChildren(main)
}
