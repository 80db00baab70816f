/** Calls every listener of the page. One that throws stops neither the others nor us; its error is reported. */
export function notify(listeners: Iterable<() => void>): void {
  for (const listener of [...listeners]) {
    try {
      listener()
    } catch (thrown) {
      // A server and old browsers have no such function.
      if ('reportError' in globalThis) reportError(thrown)
      else console.error(thrown)
    }
  }
}
