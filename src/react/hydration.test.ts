// @vitest-environment jsdom
import { act, createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { createSignInClient, type SignInClient } from '../auth/index.ts'
import {
  LiveChatProvider,
  SignInWithLiveChat,
  useSession,
  useSignInHint,
  useTimeLeft,
} from './index.ts'
import { openSignedInClient, withoutStyleSheets } from './testing/open-client.ts'

afterEach(() => vi.unstubAllGlobals())

function Page() {
  const state = useSession()
  const name = useSignInHint()?.name ?? 'nobody'
  const left = useTimeLeft() === undefined ? 'no time' : 'some time'
  return state.status === 'signed-in'
    ? createElement('p', {}, `${name}, ${left}`)
    : createElement('div', {}, `${name}: `, createElement(SignInWithLiveChat))
}

test('a page rendered by a server takes over a session that is there already, without an error (F37)', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  withoutStyleSheets()
  const client = await openSignedInClient()
  client.rememberAs({ name: 'Ada' })
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
