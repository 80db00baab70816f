/**
 * What the oldest browsers of docs/browsers.md lack, or any browser on plain http.
 *
 * @module
 */

/** Does what `Promise.withResolvers` does: Safari 17.4, Chrome 119, Firefox 121. */
export function withResolvers<T>(): PromiseWithResolvers<T> {
  // A promise runs its executor at once.
  let settle!: Pick<PromiseWithResolvers<T>, 'resolve' | 'reject'>
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject }
  })
  return { promise, ...settle }
}

/** Returns a signal that aborts with the first of these, as `AbortSignal.any`: Safari 17.4, Chrome 116, Firefox 124. */
export function anySignal(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  // The browser's own lets go of a signal that lives longer.
  if ('any' in AbortSignal) return AbortSignal.any(signals.filter((one) => one !== undefined))
  const controller = new AbortController()
  for (const signal of signals) {
    const abort = () => controller.abort(signal?.reason)
    if (signal?.aborted) abort()
    else signal?.addEventListener('abort', abort, { signal: controller.signal })
  }
  return controller.signal
}

/** Returns 16 random bytes in hexadecimal; `crypto.randomUUID` is missing on plain http, except on this computer. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Parses a URL if it is one, as `URL.parse`: Safari 18, Chrome 126, Firefox 126. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** Whether the browser has the youngest feature that signing in needs and cannot do without. */
export function isSupportedBrowser(): boolean {
  return 'timeout' in AbortSignal
}
