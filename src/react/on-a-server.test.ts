import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createSignInClient, shareSession } from '../auth/index.ts'
import {
  LiveChatProvider,
  SignInWithLiveChat,
  useSession,
  useSignInHint,
  useTimeLeft,
} from './index.ts'

function Everything() {
  const shown = [useSession().status, useSignInHint()?.name, useTimeLeft()]
  return createElement('p', {}, JSON.stringify(shown), createElement(SignInWithLiveChat))
}

// These tests run without a page, like the server that renders one.
test.each([
  {},
  { redirectUri: 'https://app.example/callback' },
  { shareSession: shareSession(() => new SharedWorker('worker.js')) },
])('a server renders the button and hooks of a client with %j (F37)', async (options) => {
  const client = createSignInClient({ clientId: 'app', ...options })
  expect(await client.resume()).toEqual({ status: 'none' })
  const html = renderToString(
    createElement(LiveChatProvider, { client }, createElement(Everything)),
  )
  expect(html).toContain('[&quot;signed-out&quot;,null,null]')
  expect(html).toContain('Sign in with LiveChat')
})

test('on a server, too, an option that cannot work is an error', () => {
  expect(() => createSignInClient({ clientId: '' })).toThrow()
  expect(() => createSignInClient({ clientId: 'app', redirectUri: '/callback' })).toThrow()
  expect(() =>
    createSignInClient({ clientId: 'app', accountsUrl: 'http://livechat.example' }),
  ).toThrow()
})
