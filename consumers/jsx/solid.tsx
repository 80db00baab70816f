/** @jsxImportSource solid-js */

import type { LiveChatElements } from 'sign-in-with-livechat/embed'
import type { JSX } from 'solid-js'

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends LiveChatElements<JSX.HTMLAttributes<HTMLElement>> {}
  }
}

/** The same in Solid, for its types. */
export const signIn = (): JSX.Element => (
  <sign-in-with-livechat class="sign-in" client-id="app" onsigned-in={() => console.log('hello')} />
)
