import { createRoot } from 'react-dom/client'
import { createSignInClient, type SignInRequest } from '../../src/auth/index.ts'
import { logSignIn } from '../../src/debug/index.ts'
import { AccountMenu } from '../../src/react/account/index.ts'
import {
  LiveChatProvider,
  SignedIn,
  SignInWithLiveChat,
  useSignInClient,
} from '../../src/react/index.ts'

const { clientId = '', accountsUrl } = document.body.dataset
const client = createSignInClient({ clientId, ...(accountsUrl && { accountsUrl }) })

// The page's query chooses flow and grant, and whether what happens is written to the console.
const query = new URLSearchParams(location.search)
// LiveChat returns to the page without its query, so the tab remembers.
if (query.has('debug')) sessionStorage.setItem('debug', 'on')
if (sessionStorage.getItem('debug')) logSignIn(client)

const signInProps: SignInRequest = {
  flow: query.get('flow') === 'redirect' ? 'redirect' : 'popup',
  grantType: query.get('grant-type') === 'code' ? 'code' : 'implicit',
}

function App() {
  const { signOut } = useSignInClient()
  return (
    <>
      <h1>A React page</h1>
      <SignInWithLiveChat {...signInProps} />
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
