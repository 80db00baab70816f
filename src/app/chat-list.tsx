import type { Chat } from '../agent-chat/index.ts'
import { ChatRow } from './chat-row.tsx'
import { ChatSkeleton } from './chat-skeleton.tsx'
import { BubbleIcon } from './icons.tsx'
import { ListEnd } from './list-end.tsx'
import { pageLocale } from './times.ts'
import { useAccount } from './use-account.ts'
import type { Chats, Show } from './use-chats.ts'
import { useNow } from './use-now.ts'

export interface ChatListProps extends Chats {
  show: Show
  online: boolean
}

export function ChatList(props: ChatListProps) {
  const { chats, isLoading, show } = props
  if (chats && chats.length > 0) return <ChatRows {...props} chats={chats} />
  if (chats) return <NoChats show={show} />
  return isLoading ? <ChatSkeleton /> : null
}

function ChatRows(props: ChatListProps & { chats: Chat[] }) {
  const account = useAccount()
  const now = useNow()
  const locale = pageLocale(navigator.languages)
  return (
    <>
      <ul className="chat-list" aria-label="Chats">
        {props.chats.map((chat) => (
          <ChatRow key={chat.id} chat={chat} myId={account?.email} now={now} locale={locale} />
        ))}
      </ul>
      <ListEnd {...props} />
    </>
  )
}

function NoChats({ show }: { show: Show }) {
  return (
    <div className="empty">
      <BubbleIcon />
      <h2>{show === 'active' ? 'No active chats' : 'No chats yet'}</h2>
      <p>
        {show === 'active'
          ? 'Nobody is waiting. Choose All to see the chats that have ended.'
          : 'When a customer writes to you, the chat appears here. Refresh to look again.'}
      </p>
    </div>
  )
}
