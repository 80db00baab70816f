/** @jsxImportSource preact */
import { type HTMLAttributes, type JSX, render } from 'preact'
import { useState } from 'preact/hooks'
import type { LiveChatElements } from 'sign-in-with-livechat/embed'
import 'sign-in-with-livechat/embed/account-menu'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends LiveChatElements<HTMLAttributes> {}
  }
}

const accounts = new URLSearchParams(location.search).get('accounts') ?? 'http://localhost:3001'
const attributes = {
  'client-id': '9cbf3a968289727cb3cdfe83ab1d9836',
  'accounts-url': accounts,
}

function App(): JSX.Element {
  const [scopes, setScopes] = useState<number>()
  return (
    <main>
      <sign-in-with-livechat
        {...attributes}
        size="large"
        onsigned-in={({ detail }) => setScopes(detail.scopes.length)}
      >
        <a href="/">Sign in with LiveChat</a>
      </sign-in-with-livechat>
      <livechat-account-menu {...attributes} theme="dark" />
      {scopes !== undefined && <p>{`Signed in, ${scopes} scopes`}</p>}
    </main>
  )
}

render(<App />, document.body)

// @ts-expect-error: a value that does not exist is found.
export const misspelled = <sign-in-with-livechat size="huge" />
