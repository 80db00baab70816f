import { type UserEvent, userEvent } from '@testing-library/user-event'
import { onTestFinished, vi } from 'vitest'
import { createSandbox, type Sandbox } from '../../../sandbox/server/sandbox.ts'
import type { WorldOptions } from '../../../sandbox/world/create-world.ts'
import type { Fault } from '../../../sandbox/world/world.ts'
import type { GrantType, SignInClient } from '../../auth/index.ts'
import { start } from '../bootstrap.tsx'
// Read with the test file, so that the first test does not wait for it.
import '../loading/signed-in-pages.ts'
import '../routed-app.tsx'
import { createAppClient } from '../app-client.ts'
import { type Environment, readEnvironment } from '../environment.ts'
import { preloadInbox } from '../preload-inbox.ts'
import { connect, network } from './browser.ts'

export interface AppOptions extends WorldOptions {
  /** Who signs in before the app is drawn; `null`: nobody yet, and a click signs in the default, `agent@example.com`. */
  email?: string | null
  /** How the agent signs in; default `implicit`. */
  grantType?: GrantType
  /** How this build differs from the usual one. Unless told otherwise the app never looks for news by itself. */
  environment?: Partial<Environment>
  /** Whether the browser has web sockets, so that LiveChat tells what happens; default: it has none. */
  live?: boolean
  /** Called before the agent signs in, for instance to shorten sessions. */
  beforeSignIn?: (sandbox: Sandbox) => void
  /** Called before anything is drawn, for instance to queue faults. */
  prepare?: (sandbox: Sandbox) => void
}

export interface OpenApp {
  sandbox: Sandbox
  client: SignInClient
  user: UserEvent
  /** Bends the next answers of an endpoint; once unless `times` says otherwise. */
  bend: (endpoint: string, fault: Partial<Omit<Fault, 'endpoint'>>) => void
  goOffline: () => void
  goOnline: () => void
}

/**
 * Opens the whole app in jsdom, as `main.tsx` does, on a sandbox in this process: the real client, the real pages and
 * the real servers, without a browser or a port. The app goes away when the test ends.
 *
 * ```ts
 * const { bend, user } = await openApp('/chats')
 * await screen.findByText('250 chats')
 * bend('list_chats', { errorType: 'internal' })
 * await user.click(screen.getByRole('button', { name: 'Refresh' }))
 * ```
 *
 * Use it from a `.test.tsx` file, with `screen` and `waitFor` of `@testing-library/react`. jsdom draws nothing: it has
 * no layout, scrolls nothing into view and never shows the end of a list, so look at those in a browser.
 *
 * @param path Where the agent is.
 */
export async function openApp(
  path: string,
  {
    email = 'agent@example.com',
    grantType = 'implicit',
    environment = {},
    live = false,
    beforeSignIn,
    prepare,
    ...world
  }: AppOptions = {},
): Promise<OpenApp> {
  const sandbox = createSandbox(world)
  connect(sandbox, email ?? 'agent@example.com', live)
  history.replaceState(null, '', path)
  const settings = { ...readEnvironment({}), pollInterval: 0, ...environment }
  const client = createAppClient(settings)
  const resumed = await client.resume()
  beforeSignIn?.(sandbox)
  // Leads to a page without chats, so that nothing asks for them before they are drawn.
  if (email !== null) await client.signIn({ flow: 'popup', grantType, returnTo: '/account' })
  await preloadInbox()
  prepare?.(sandbox)
  const root = document.body.appendChild(document.createElement('div'))
  const app = start({ root, client, environment: settings, resumed })
  onTestFinished(() => {
    app.unmount()
    network.isDown = false
    sayOnline(true)
    client.dispose()
    root.remove()
    vi.unstubAllGlobals()
  })
  return {
    sandbox,
    client,
    user: userEvent.setup({ delay: null }),
    bend: (endpoint, fault) => sandbox.world.faults.push({ endpoint, times: 1, ...fault }),
    goOffline() {
      network.isDown = true
      sayOnline(false)
    },
    goOnline() {
      network.isDown = false
      sayOnline(true)
    },
  }
}

/** Makes the browser say whether there is a network, be it so or not. */
export function sayOnline(isOnline: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
  window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'))
}
