import { createRoot } from 'react-dom/client'
import { createSignInClient } from '../../src/auth/index.ts'
import { AccountMenu } from '../../src/react/account/index.ts'
import {
  LiveChatProvider,
  SignedIn,
  SignInWithLiveChat,
  useSignInClient,
} from '../../src/react/index.ts'

const { clientId = '', accountsUrl } = document.body.dataset
const client = createSignInClient({ clientId, ...(accountsUrl && { accountsUrl }) })

function App() {
  const { signOut } = useSignInClient()
  return (
    <>
      <h1>A React page</h1>
      <SignInWithLiveChat />
      <SignedIn>
        <AccountMenu />
        <p>
          You are signed in.{' '}
          <button type="button" onClick={signOut}>
            Sign out
          </button>
        </p>
      </SignedIn>
    </>
  )
}

const root = document.querySelector('#root')
if (root) {
  await client.resume()
  createRoot(root).render(
    <LiveChatProvider client={client}>
      <App />
    </LiveChatProvider>,
  )
}
