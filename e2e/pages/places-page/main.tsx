import '../../../src/embed/define.ts'
import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { createSignInClient } from '../../../src/auth/index.ts'
import { LiveChatProvider, SignInWithLiveChat } from '../../../src/react/index.ts'

/** The React button in a shadow root and, by portal, in a frame; the element, moved to another frame. */
const client = createSignInClient({ clientId: 'app' })
const shadow = document.querySelector('#shadow')?.attachShadow({ mode: 'open' })
const [portal, moved] = ['#portal', '#moved'].map(
  (frame) => document.querySelector<HTMLIFrameElement>(frame)?.contentDocument,
)
const element = document.querySelector('sign-in-with-livechat')

if (shadow && portal && moved && element) {
  moved.documentElement.lang = 'de'
  moved.body.append(element)
  createRoot(shadow).render(
    <LiveChatProvider client={client}>
      <SignInWithLiveChat />
      {createPortal(
        <div lang="pl">
          <SignInWithLiveChat />
        </div>,
        portal.body,
      )}
    </LiveChatProvider>,
  )
}
