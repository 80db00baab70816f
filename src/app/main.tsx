import './app.css'
import { type SignInClient, SignInError } from '../auth/index.ts'
import { createAppClient } from './app-client.ts'
import { readEnvironment } from './environment.ts'
import { preferredLanguage, showLanguage } from './language/current-language.ts'
import { loadChunk } from './lib/load-chunk.ts'
import { showPlainMessage } from './loading/plain-message.ts'
import { preloadInbox } from './preload-inbox.ts'
import { startText } from './start-text.ts'

const root = document.getElementById('root')
// Where the browser is too old, the page says so already.
if (root && !root.textContent) {
  run(root).catch((thrown) => {
    showPlainMessage(root, thrown instanceof SignInError ? thrown.message : startText().notLoaded)
    throw thrown
  })
}

/** LiveChat's answer leaves the URL before React, the router or anything else of the app runs. */
async function run(root: HTMLElement): Promise<void> {
  const environment = readEnvironment(import.meta.env)
  const client = createAppClient(environment)
  const resuming = client.resume()
  // The URL is clean now, and what comes next is fetched meanwhile.
  const signingIn = isSigningIn(client)
  if (signingIn) void preloadInbox()
  const loading = loadChunk(() => import('./bootstrap.tsx'), import.meta.url)
  // Nothing is said in another language first; where its messages cannot be loaded, the page is in English.
  await showLanguage(preferredLanguage()).catch(() => {})
  if (signingIn) showPlainMessage(root, startText().signingIn)
  const [resumed, { start }] = await Promise.all([resuming, loading])
  if (resumed.status === 'handed-over') {
    showPlainMessage(root, startText().signedIn)
    return
  }
  if (resumed.status === 'signed-in') await preloadInbox()
  start({ root, client, environment, resumed })
}

function isSigningIn(client: SignInClient): boolean {
  return client.getSnapshot().status === 'signing-in'
}
