import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createSignInClient, shareSession } from 'sign-in-with-livechat'
import {
  LiveChatProvider,
  SignInWithLiveChat,
  useSession,
  useSignInClient,
  useTimeLeft,
} from 'sign-in-with-livechat/react'

const accountsUrl = new URLSearchParams(location.search).get('accounts') ?? 'http://localhost:3001'
const client = createSignInClient({
  clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
  accountsUrl,
  grantType: 'code',
  shareSession: shareSession(
    () =>
      new SharedWorker(new URL('sign-in-with-livechat/shared-session-worker', import.meta.url), {
        type: 'module',
      }),
  ),
})

function App() {
  const state = useSession()
  const left = useTimeLeft()
  const { signOut } = useSignInClient()
  if (state.status !== 'signed-in') return <SignInWithLiveChat theme="light" />
  return (
    <p>
      Signed in for {Math.round((left ?? 0) / 60_000)} min{' '}
      <button type="button" onClick={signOut}>
        Sign out
      </button>
    </p>
  )
}

async function start() {
  await client.resume()
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <LiveChatProvider client={client}>
        <App />
      </LiveChatProvider>
    </StrictMode>,
  )
}

void start()
