import { createRoot } from 'react-dom/client'
import { createSignInClient } from '../../src/auth/index.ts'
import { LiveChatProvider, SignInWithLiveChat } from '../../src/react/index.ts'
import { accountsUrl, clientId, gotToken, gotUncheckedToken } from './page.ts'

/** The React button of this package. */
const client = createSignInClient({ clientId, accountsUrl, onUncheckedToken: gotUncheckedToken })
const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <LiveChatProvider client={client}>
      <SignInWithLiveChat onSignedIn={() => void client.getAccessToken().then(gotToken)} />
    </LiveChatProvider>,
  )
}
