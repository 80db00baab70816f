const longestDelay = 30_000
const firstDelay = 500

/**
 * Milliseconds to wait before trying again after `too_many_requests`.
 *
 * @param attempt    0 for the first retry.
 * @param retryAfter The `Retry-After` header: seconds or an HTTP date; anything else counts as missing.
 * @param now        Milliseconds since 1970.
 * @param random     From 0 to 1; spreads the retries of callers that were refused together.
 * @returns Between 0 and 30,000.
 */
export function retryDelay(
  attempt: number,
  retryAfter: string | null,
  now: number,
  random: number,
): number {
  const requested = readRetryAfter(retryAfter, now)
  if (requested !== undefined) return Math.min(requested, longestDelay)
  const ceiling = Math.min(firstDelay * 2 ** attempt, longestDelay)
  return Math.round(ceiling / 2 + (ceiling / 2) * random)
}

function readRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined
  if (/^\d+$/.test(header)) return Number(header) * 1000
  // Some browsers would parse a number that is not a whole number of seconds as a date.
  const date = /^[a-z]/i.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** Waits, or rejects with the signal's reason as soon as it is aborted. */
export async function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    }, milliseconds)
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    signal.addEventListener('abort', onAbort)
  })
}
