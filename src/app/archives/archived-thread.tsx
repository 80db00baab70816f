import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { type To, useNavigate } from 'react-router'
import { type ChatDetails, highlightStart, type Thread } from '../../agent-chat/index.ts'
import { useQueryKey } from '../../react/inbox/inbox-internal.ts'
import { useAgentChat, useMyId } from '../../react/inbox/index.ts'
import { useSession } from '../../react/index.ts'
import { isLoadError, isMissingScope } from '../chat/api-errors.ts'
import { chatPath } from '../chat/chat-path.ts'
import { chatText } from '../chat/chat-text.ts'
import { EarlierMessages } from '../chat/earlier-messages.tsx'
import { LoadError } from '../chat/load-error.tsx'
import { MessagesScroller } from '../chat/messages-scroller.tsx'
import { customerName, customerOf } from '../chat/participants.ts'
import { ThreadView } from '../chat/thread-view.tsx'
import { useThreadWindow } from '../chat/use-thread-window.ts'
import { currentLocale } from '../language/define-messages.ts'
import { ChatHeading } from '../layout/chat-heading.tsx'
import { useEscapeKey } from '../lib/use-escape-key.ts'
import { MissingScope } from '../session/missing-scope.tsx'
import { sessionText } from '../session/session-text.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { BackIcon } from '../ui/icons.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { archivesText } from './archives-text.ts'

export interface ArchivedThreadProps {
  chatId: string
  threadId: string
  /** As the search returned it, with the matches marked; absent when the URL was opened directly. */
  found: ChatDetails | undefined
  close: To
}

/** One closed thread, in place. */
export function ArchivedThread({ chatId, threadId, found, close }: ArchivedThreadProps) {
  const agentChat = useAgentChat()
  const { status } = useSession()
  const myId = useMyId()
  const heading = useRef<HTMLHeadingElement>(null)
  const talk = useRef<HTMLElement>(null)
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: useQueryKey('archived thread', chatId, threadId),
    queryFn: ({ signal }) => agentChat.getChat({ chatId, threadId }, { signal }),
    enabled: found === undefined && status === 'signed-in',
    structuralSharing: false,
  })
  const chat = found ?? data
  const threads = useMemo(() => (chat?.thread ? [chat.thread] : []), [chat])
  const threadWindow = useThreadWindow(threads, untilFirstHit(threads))
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const text = archivesText()
  const isThere = chat !== undefined
  useEffect(() => {
    if (isThere) talk.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [isThere])
  const navigate = useNavigate()
  useEscapeKey(() => void navigate(close))
  return (
    <div className="conversation">
      <section ref={talk} className="talk" aria-label={chatText().conversation}>
        <header className="talk-header">
          <div className="talk-bar">
            <ButtonLink
              className="back"
              kind="plain"
              icon={<BackIcon />}
              to={close}
              aria-label={text.back}
            />
            <ChatHeading ref={heading}>
              {chat ? customerName(customerOf(chat)) : chatText().chat}
            </ChatHeading>
            <ButtonLink size="compact" to={chatPath(chatId)}>
              {text.openFull}
            </ButtonLink>
          </div>
        </header>
        <MessagesScroller>
          <EarlierMessages {...threadWindow} />
          {chat &&
            threadWindow.drawn.map(({ thread, cuts }) => (
              <ThreadView
                key={thread.id}
                thread={thread}
                cuts={cuts}
                users={chat.users}
                myId={myId}
                locale={currentLocale()}
                isLive={false}
              />
            ))}
          {!chat && isFetching && (
            <output className="waiting">
              <Spinner />
              <span>{chatText().loadingChat}</span>
            </output>
          )}
          {!chat && isMissingScope(error) && (
            <MissingScope
              title={text.cannotRead}
              scope="chats--access:ro"
              why={sessionText().readChats}
            />
          )}
          {!chat && isLoadError(error) && (
            <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
          )}
        </MessagesScroller>
      </section>
    </div>
  )
}

/** Events to draw so that the first search hit is among them, with some above it. */
function untilFirstHit(threads: readonly Thread[]): number | undefined {
  const events = threads.flatMap((thread) => thread.events)
  const hit = events.findIndex((one) => one.type === 'message' && one.text.includes(highlightStart))
  return hit < 0 ? undefined : events.length - hit + 10
}
