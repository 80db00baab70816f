import { SignInError } from './sign-in-error.ts'

/**
 * Waits for a promise until the signal aborts; what the promise waits for goes on.
 *
 * @throws {SignInError} `aborted`, or what the promise rejects with.
 */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const settled = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => reject(new SignInError('aborted'))
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { signal: settled.signal })
  })
  try {
    const result = await Promise.race([promise, aborted])
    if (signal.aborted) throw new SignInError('aborted')
    return result
  } finally {
    settled.abort()
  }
}
