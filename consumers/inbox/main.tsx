import { createRoot } from 'react-dom/client'
import { createSignInClient } from 'sign-in-with-livechat'
import { SignInWithLiveChat } from 'sign-in-with-livechat/react'
import * as live from 'sign-in-with-livechat/react/inbox'

const address = new URLSearchParams(location.search)
const accountsUrl = address.get('accounts') ?? 'http://localhost:3001'
const apiUrl = address.get('api') ?? 'http://localhost:3002'
const client = createSignInClient({ clientId: '9cbf3a968289727cb3cdfe83ab1d9836', accountsUrl })
await client.resume()
const inbox = live.createInboxClient(client, { apiUrl })

function Chats() {
  const { rows } = live.useChatList('mine')
  return (
    <ul>
      {rows?.slice(0, 50).map((chat) => (
        <li key={chat.id}>{textOf(chat)}</li>
      ))}
    </ul>
  )
}

function textOf({ users, lastEvent }: live.InboxChat): string {
  const text = lastEvent?.type === 'message' ? lastEvent.text : ''
  return `${live.customerOf({ users })?.name ?? 'Visitor'}: ${text}`
}

createRoot(document.body).render(
  <live.InboxProvider client={inbox}>
    <SignInWithLiveChat />
    <Chats />
  </live.InboxProvider>,
)
