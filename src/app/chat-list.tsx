import { useId, useRef } from 'react'
import { ChatRow } from './chat-row.tsx'
import { ChatSkeleton } from './chat-skeleton.tsx'
import { BubbleIcon } from './icons.tsx'
import { pageLocale } from './times.ts'
import { useAccount } from './use-account.ts'
import type { Chats, Show } from './use-chats.ts'
import { useNearEnd } from './use-near-end.ts'
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

function ChatRows({
  chats,
  error,
  online,
  hasMore,
  isLoadingMore,
  isRefreshing,
  loadMore,
}: ChatListProps & { chats: NonNullable<Chats['chats']> }) {
  const account = useAccount()
  const now = useNow()
  const locale = pageLocale(navigator.languages)
  const end = useRef<HTMLDivElement>(null)
  const endId = useId()
  // After an error the agent decides when to ask again.
  useNearEnd(end, hasMore && online && !error && !isLoadingMore && !isRefreshing, loadMore)

  return (
    <>
      <ul className="chat-list" aria-label="Chats" aria-describedby={endId}>
        {chats.map((chat) => (
          <ChatRow key={chat.id} chat={chat} myId={account?.email} now={now} locale={locale} />
        ))}
      </ul>
      <div ref={end} className="list-end">
        {hasMore ? (
          <button
            type="button"
            className="button"
            aria-busy={isLoadingMore}
            disabled={!online}
            onClick={loadMore}
          >
            {isLoadingMore ? 'Loading more…' : 'Load more'}
          </button>
        ) : (
          <p id={endId} className="hint">
            These are all.
          </p>
        )}
      </div>
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
