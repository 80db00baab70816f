import { loadChunk } from '../lib/load-chunk.ts'

type SignedInPages = typeof import('./signed-in-pages.ts')

let pages: Promise<SignedInPages> | undefined

/** The sign-in page stays light: what an agent works with comes in a part of its own. */
export function loadSignedInPages(): Promise<SignedInPages> {
  pages ??= readAtOnce(loadChunk(import('./signed-in-pages.ts')))
  return pages
}

/** Fetches it while the agent signs in, so that nobody waits for it afterwards. */
export async function preloadSignedInPages(): Promise<void> {
  try {
    await loadSignedInPages()
  } catch {
    // When it cannot be had now, opening the chats tries again and says so.
    pages = undefined
  }
}

/**
 * React's `use` reads a promise that says what came of it without waiting. Of any other it first shows that it waits,
 * and then for 300 ms at least.
 */
function readAtOnce<Value>(promise: Promise<Value>): Promise<Value> {
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    () => {},
  )
  return promise
}
