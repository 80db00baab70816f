import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link, type To } from 'react-router'
import type { OpenedChat } from '../../agent-chat/index.ts'
import { sessionOf } from '../../auth/index.ts'
import { useSession } from '../../react/index.ts'
import { useAgentChat } from '../agent-chat-context.ts'
import { isLoadError } from '../chats-error.ts'
import { MessagesScroller } from '../conversation/messages-scroller.tsx'
import { ThreadView } from '../conversation/thread-view.tsx'
import { BackIcon } from '../icons.tsx'
import { LoadError } from '../load-error.tsx'
import { customerName, customerOf } from '../people.ts'
import { ownerOf } from '../session-owner.ts'
import { pageLocale } from '../times.ts'
import { useAccount } from '../use-account.ts'

export interface ArchivedThreadProps {
  chatId: string
  threadId: string
  /** As the search gave it, with the found words marked; absent when the address was opened directly. */
  found: OpenedChat | undefined
  close: To
}

/** One closed thread, in place. */
export function ArchivedThread({ chatId, threadId, found, close }: ArchivedThreadProps) {
  const agentChat = useAgentChat()
  const state = useSession()
  const session = sessionOf(state)
  const myId = useAccount()?.email
  const heading = useRef<HTMLHeadingElement>(null)
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['archived', session && ownerOf(session), chatId, threadId],
    queryFn: ({ signal }) => agentChat.getChat({ chatId, threadId }, { signal }),
    enabled: found === undefined && state.status === 'signed-in',
    structuralSharing: false,
  })
  const chat = found ?? data
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="conversation">
      <section className="talk" aria-label="Conversation">
        <header className="talk-header">
          <div className="talk-bar">
            <Link className="button quiet back" to={close}>
              <BackIcon />
              <span className="visually-hidden">Back to the results</span>
            </Link>
            <h2 ref={heading} tabIndex={-1}>
              <bdi>{chat ? customerName(customerOf(chat)) : 'Chat'}</bdi>
            </h2>
            <Link className="button" to={`/chats/${encodeURIComponent(chatId)}`}>
              Open the whole chat
            </Link>
          </div>
        </header>
        <MessagesScroller>
          {chat?.thread && (
            <ThreadView
              thread={chat.thread}
              users={chat.users}
              myId={myId}
              locale={pageLocale(navigator.languages)}
              isLive={false}
            />
          )}
          {!chat && isFetching && <output className="hint centered">Opening the chat…</output>}
          {!chat && isLoadError(error) && (
            <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
          )}
        </MessagesScroller>
      </section>
    </div>
  )
}
