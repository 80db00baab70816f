import { signedInPages } from './loading/load-signed-in-pages.ts'
import { createPart } from './loading/part.ts'

/** All but the sign-in page: the router, what each of its pages needs, and the pages nobody signs in for. */
export const routedApp = createPart(() => import('./routed-app.tsx'), import.meta.url)

/** Fetches what comes after the sign-in page, so that nobody waits for it then. */
export async function preloadInbox(): Promise<void> {
  await Promise.all([routedApp.preload(), signedInPages.preload()])
}

/** The same, once what is there has been painted and the browser has nothing better to do. */
export function preloadInboxWhenIdle(): void {
  const preload = () => void preloadInbox()
  requestAnimationFrame(() => {
    // Safari has no such function.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(preload, { timeout: 2_000 })
    else setTimeout(preload, 200)
  })
}
