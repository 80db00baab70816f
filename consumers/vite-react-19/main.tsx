import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createSignInClient } from 'sign-in-with-livechat'
import { createAgentChatClient } from 'sign-in-with-livechat/agent-chat'
import { LiveChatProvider, SignedIn, SignInWithLiveChat } from 'sign-in-with-livechat/react'
import { AccountMenu } from 'sign-in-with-livechat/react/account'

const address = new URLSearchParams(location.search)
const client = createSignInClient({
  clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
  accountsUrl: address.get('accounts') ?? 'http://localhost:3001',
})
const liveChat = createAgentChatClient({
  apiUrl: address.get('api') ?? 'http://localhost:3002',
  getAccessToken: client.getAccessToken,
  renewAccessToken: client.renewAccessToken,
})
await client.resume()

function App() {
  return (
    <>
      <SignInWithLiveChat size="large" />
      <SignedIn>
        <AccountMenu />
        <Chats />
      </SignedIn>
    </>
  )
}

function Chats() {
  const [count, setCount] = useState<number>()
  useEffect(() => {
    liveChat.listChats({ limit: 10 }).then((page) => setCount(page.chats.length))
  }, [])
  return <p>Signed in{count === undefined ? '' : `, ${count} chats`}</p>
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LiveChatProvider client={client}>
        <App />
      </LiveChatProvider>
    </StrictMode>,
  )
}
