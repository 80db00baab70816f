/** @jsxImportSource react */
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { LiveChatElements } from 'sign-in-with-livechat/embed'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements
      extends LiveChatElements<DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>> {}
  }
}

/** The same in React 19, for its types; React has a button of its own. */
export const signIn = (
  <sign-in-with-livechat
    key="sign-in"
    className="sign-in"
    client-id="app"
    scopes="chats--access:ro"
    onexpiring={() => console.log('expiring')}
  >
    <p slot="signed-in">You are signed in.</p>
  </sign-in-with-livechat>
)

// @ts-expect-error: a value that does not exist is found.
export const misspelled = <sign-in-with-livechat size="huge" />
