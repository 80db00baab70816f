import './app.css'
import { type SignInClient, SignInError } from '../auth/index.ts'
import { createAppClient } from './app-client.ts'
import { readEnvironment } from './environment.ts'
import { loadChunk } from './lib/load-chunk.ts'
import { showPlainMessage } from './loading/plain-message.ts'
import { preloadInbox } from './preload-inbox.ts'

const root = document.getElementById('root')
if (root) {
  run(root).catch((thrown) => {
    showPlainMessage(
      root,
      thrown instanceof SignInError
        ? thrown.message
        : 'This page couldn’t be loaded. Check your connection, then reload.',
    )
    throw thrown
  })
}

/** LiveChat's answer leaves the URL before React, the router or anything else of the app runs. */
async function run(root: HTMLElement): Promise<void> {
  const environment = readEnvironment(import.meta.env)
  const client = createAppClient(environment)
  const resuming = client.resume()
  // The URL is clean now, and what comes next is fetched meanwhile.
  if (isSigningIn(client)) {
    showPlainMessage(root, 'Signing you in…')
    void preloadInbox()
  }
  const [resumed, { start }] = await Promise.all([
    resuming,
    loadChunk(() => import('./bootstrap.tsx'), import.meta.url),
  ])
  if (resumed.status === 'handed-over') {
    showPlainMessage(root, 'You’re signed in. You can close this window.')
    return
  }
  if (resumed.status === 'signed-in') await preloadInbox()
  start({ root, client, environment, resumed })
}

function isSigningIn(client: SignInClient): boolean {
  return client.getSnapshot().status === 'signing-in'
}
