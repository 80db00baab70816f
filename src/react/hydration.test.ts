// @vitest-environment jsdom
import { act, createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { createSignInClient, type SignInClient } from '../auth/index.ts'
import type { SignInRecord } from '../auth/session/session.ts'
import {
  LiveChatProvider,
  SignInWithLiveChat,
  useSession,
  useSignInHint,
  useTimeLeft,
} from './index.ts'

afterEach(() => vi.unstubAllGlobals())

function Page() {
  const state = useSession()
  const name = useSignInHint()?.name ?? 'nobody'
  const left = useTimeLeft() === undefined ? 'no time' : 'some time'
  return state.status === 'signed-in'
    ? createElement('p', {}, `${name}, ${left}`)
    : createElement('div', {}, `${name}: `, createElement(SignInWithLiveChat))
}

/** A client that found the session of another tab before the page was hydrated. */
async function openSignedInClient() {
  const record: SignInRecord = {
    id: 'sign-in',
    grant: { accessToken: 'dal:secret', expiresIn: 28_800, scopes: [], accountId: 'ada' },
    grantType: 'implicit',
    flow: 'popup',
    receivedAt: Date.now(),
    lastSignOut: null,
  }
  const client = createSignInClient({
    clientId: 'app',
    shareSession: () => ({
      get: async () => record,
      put() {},
      forget() {},
      refresh: () => undefined,
    }),
  })
  await client.resume()
  client.rememberAs({ name: 'Ada' })
  return client
}

test('a page rendered by a server takes over a session that is there already, without an error (F37)', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // jsdom has no style sheets to adopt; what the button looks like is proven in a browser.
  Object.assign(Document.prototype, { adoptedStyleSheets: [] })
  CSSStyleSheet.prototype.replaceSync = () => {}
  const client = await openSignedInClient()
  expect(client.getSnapshot().status).toBe('signed-in')
  const pageOf = (client: SignInClient) =>
    createElement(LiveChatProvider, { client }, createElement(Page))
  const root = document.createElement('div')
  // A server knows neither a session nor who was here last.
  root.innerHTML = renderToString(pageOf(createSignInClient({ clientId: 'server' })))
  expect(root.textContent).toBe('nobody: Sign in with LiveChat')

  const failures: unknown[] = []
  await act(async () => {
    hydrateRoot(root, pageOf(client), { onRecoverableError: (error) => failures.push(error) })
  })
  expect(failures).toEqual([])
  expect(root.textContent).toBe('Ada, some time')
})
