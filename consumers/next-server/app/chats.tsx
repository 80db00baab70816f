'use client'

import { useEffect, useState } from 'react'
import { createAgentChatClient } from 'sign-in-with-livechat/agent-chat'
import { LiveChatProvider, SignedIn, SignInWithLiveChat } from 'sign-in-with-livechat/react'
import { AccountMenu } from 'sign-in-with-livechat/react/account'
import { createServerSession } from 'sign-in-with-livechat/server-session'

const inBrowser = typeof window !== 'undefined'
const address = new URLSearchParams(inBrowser ? window.location.search : '')

const session = createServerSession({
  accountsUrl: address.get('accounts') ?? 'http://localhost:3001',
})
const liveChat = createAgentChatClient({
  ...session,
  apiUrl: address.get('api') ?? 'http://localhost:3002',
})
if (inBrowser) void session.resume()

export function Chats() {
  return (
    <LiveChatProvider client={session}>
      <SignInWithLiveChat size="large" />
      <SignedIn>
        <AccountMenu />
        <ChatCount />
      </SignedIn>
    </LiveChatProvider>
  )
}

function ChatCount() {
  const [count, setCount] = useState<number>()
  useEffect(() => {
    liveChat.listChats({ limit: 10 }).then((page) => setCount(page.chats.length))
  }, [])
  return <p>Signed in{count === undefined ? '' : `, ${count} chats`}</p>
}
