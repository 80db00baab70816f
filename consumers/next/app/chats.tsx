'use client'

import { useEffect, useState } from 'react'
import { LiveChatProvider, SignInWithLiveChat, useSession } from 'sign-in-with-livechat/react'
import { client, liveChat } from './livechat'

export function Chats() {
  return (
    <LiveChatProvider client={client}>
      <ChatsOrButton />
    </LiveChatProvider>
  )
}

function ChatsOrButton() {
  const { status } = useSession()
  return status === 'signed-in' ? <ChatCount /> : <SignInWithLiveChat size="large" />
}

function ChatCount() {
  const [count, setCount] = useState<number>()
  useEffect(() => {
    liveChat.listChats({ limit: 10 }).then((page) => setCount(page.chats.length))
  }, [])
  return <p>Signed in{count === undefined ? '' : `, ${count} chats`}</p>
}
