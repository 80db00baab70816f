import { loadChunk } from '../lib/load-chunk.ts'

type SignedInPages = typeof import('./signed-in-pages.ts')

let pages: Promise<SignedInPages> | undefined

/** The signed-in pages, loaded separately so that the sign-in page stays small. */
export function loadSignedInPages(): Promise<SignedInPages> {
  pages ??= readAtOnce(loadChunk(() => import('./signed-in-pages.ts'), import.meta.url))
  return pages
}

/** Fetches them while the agent signs in, so that nobody waits afterwards. */
export async function preloadSignedInPages(): Promise<void> {
  try {
    await loadSignedInPages()
  } catch {
    // If this fails, opening the chats tries again and reports it.
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
