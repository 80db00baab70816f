const longestWait = 30_000
const firstWait = 500

/**
 * Milliseconds to wait before trying again after `too_many_requests`.
 *
 * @param attempt    0 for the first retry.
 * @param retryAfter The `Retry-After` header: seconds or an HTTP date; absent or absurd counts as missing.
 * @param now        Milliseconds since 1970.
 * @param random     0 to 1, spreads callers that were refused together.
 * @returns Between 0 and 30,000.
 */
export function retryDelay(
  attempt: number,
  retryAfter: string | null,
  now: number,
  random: number,
): number {
  const asked = readRetryAfter(retryAfter, now)
  if (asked !== undefined) return Math.min(asked, longestWait)
  const ceiling = Math.min(firstWait * 2 ** attempt, longestWait)
  return Math.round(ceiling / 2 + (ceiling / 2) * random)
}

function readRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined
  const text = header.trim()
  if (/^\d+$/.test(text)) return Number(text) * 1000
  // Numbers that are no whole seconds would pass for dates in some browsers.
  const date = /^[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** Waits, or rejects with the signal's reason as soon as it is aborted. */
export async function delay(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    }, milliseconds)
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}
