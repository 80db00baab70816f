/** The button of each client that was clicked last. */
const clicked = new WeakMap<object, Node>()

/** Makes a button the active one of its client, because it was clicked. */
export function activateButton(client: object, button: Node): void {
  clicked.set(client, button)
}

/**
 * Whether a button shows how the sign-in of its client goes, and why it failed: of several, only the one that was
 * clicked. Where none was, as after a redirect, or it has gone since, each does.
 */
export function isActiveButton(client: object, button: Node | null): boolean {
  const active = clicked.get(client)
  return !active?.isConnected || active === button
}
