import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import {
  type AgentChatClient,
  type Chat,
  createAgentChatClient,
} from 'sign-in-with-livechat/agent-chat'
import {
  LiveChatProvider,
  SignedIn,
  SignedOut,
  SignInWithLiveChat,
} from 'sign-in-with-livechat/react'
import { AccountMenu } from 'sign-in-with-livechat/react/account'
import { createServerSession } from 'sign-in-with-livechat/server-session'

const { accountsUrl = '', apiUrl = '' } = document.documentElement.dataset
const session = createServerSession({ accountsUrl })
const api = createAgentChatClient({ ...session, apiUrl })

function Page() {
  return (
    <LiveChatProvider client={session}>
      <header>
        <h1>Chats</h1>
        <AccountMenu />
      </header>
      <SignedOut>
        <SignInWithLiveChat />
      </SignedOut>
      <SignedIn>
        <Chats api={api} />
      </SignedIn>
    </LiveChatProvider>
  )
}

function Chats({ api }: { api: AgentChatClient }) {
  const [chats, setChats] = useState<Chat[]>([])
  const [status, setStatus] = useState('Loading chats…')
  useEffect(() => {
    api.listChats().then(
      ({ chats, found }) => {
        setChats(chats)
        setStatus(`The latest ${chats.length} of ${found}.`)
      },
      (error: Error) => setStatus(error.message),
    )
  }, [api])
  return (
    <>
      <p role="status">{status}</p>
      <ul>
        {chats.map((chat) => (
          <li key={chat.id}>{nameOf(chat)}</li>
        ))}
      </ul>
    </>
  )
}

function nameOf({ users }: Chat): string {
  return users.find(({ type }) => type === 'customer')?.name || 'A visitor'
}

const root = document.querySelector('#root')
if (root) {
  await session.resume()
  createRoot(root).render(<Page />)
}
