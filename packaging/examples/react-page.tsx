import { createRoot } from 'react-dom/client'
import { createSignInClient } from '../../src/auth/index.ts'
import {
  LiveChatProvider,
  SignInWithLiveChat,
  useSession,
  useSignInClient,
} from '../../src/react/index.ts'

const { clientId = '', accountsUrl } = document.body.dataset
const client = createSignInClient({ clientId, ...(accountsUrl && { accountsUrl }) })

function App() {
  const { signOut } = useSignInClient()
  const state = useSession()
  return (
    <>
      <h1>A React page</h1>
      {state.status === 'signed-in' ? (
        <p>
          You are signed in.{' '}
          <button type="button" onClick={signOut}>
            Sign out
          </button>
        </p>
      ) : (
        <SignInWithLiveChat />
      )}
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
