import { useLayoutEffect, useRef } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { ChatUser } from '../../agent-chat/index.ts'
import {
  type OutgoingMessage as Outgoing,
  useComposer,
  useConversation,
  useLiveStatus,
  useMyId,
} from '../../react/inbox/index.ts'
import { useSession } from '../../react/index.ts'
import { chatText } from '../chat/chat-text.ts'
import { useListContext } from '../chat/list-context.ts'
import { MessagesScroller } from '../chat/messages-scroller.tsx'
import { customerName, customerOf } from '../chat/participants.ts'
import { ThreadView } from '../chat/thread-view.tsx'
import { useThreadWindow } from '../chat/use-thread-window.ts'
import { OutgoingMessage } from '../composer/outgoing-message.tsx'
import { currentLocale } from '../language/define-messages.ts'
import { useIsNarrow } from '../layout/use-is-narrow.ts'
import { useEscapeKey } from '../lib/use-escape-key.ts'
import { useOnline } from '../lib/use-online.ts'
import { SessionStatusBanner } from '../session/session-status-banner.tsx'
import { BeingWritten } from './being-written.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { ConversationStatusBanner } from './conversation-status-banner.tsx'
import { conversationText } from './conversation-text.ts'
import { CustomerCard } from './customer-card.tsx'
import { OlderThreads } from './older-threads.tsx'
import { ReplyArea } from './reply-area.tsx'
import { useChatAction } from './use-chat-action.ts'
import { useListedNews } from './use-listed-news.ts'
import { useMarkSeen } from './use-mark-seen.ts'

const nobody: ChatUser[] = []

/** The chat in the URL. */
export function ConversationPage() {
  const { chatId = '' } = useParams()
  return <ConversationView key={chatId} chatId={chatId} />
}

function ConversationView({ chatId }: { chatId: string }) {
  const list = useListContext()
  const conversation = useConversation(chatId)
  const { chat, threads } = conversation
  const threadWindow = useThreadWindow(threads)
  // The list already knows who is in the chat, so the agent can answer before it has loaded.
  const listed = list.find(chatId)
  const known = chat ?? listed
  const answerable =
    chat ??
    (conversation.isLoading && listed ? { ...listed, thread: listed.lastThread } : undefined)
  const myId = useMyId()
  const { status } = useSession()
  const online = useOnline()
  const isNarrow = useIsNarrow()
  const locale = currentLocale()
  const heading = useRef<HTMLHeadingElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const [parameters] = useSearchParams()

  const refresh = async () => {
    await conversation.refresh()
    list.refresh()
  }
  const isLive = useLiveStatus().status === 'live'
  // What the agent does in a chat they are in LiveChat tells by itself.
  const refreshUnlessTold = () => {
    if (!isLive) void refresh()
  }
  const action = useChatAction(refresh)
  useListedNews(listed, chat?.thread, () => void conversation.refresh())
  useMarkSeen(end, chat, myId, refreshUnlessTold)
  // Before the reply box checks whether the focus is in this chat.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [])

  const composer = useComposer(chatId)
  const { outgoing } = composer
  const disabledReason = disabledReasonOf(status)
  const latest = threads.at(-1)
  const close = { pathname: '/chats', search: parameters.toString() }
  useEscapeKey(() => void navigate(close))

  return (
    <div className="conversation">
      <section className="talk" aria-label={chatText().conversation}>
        <ConversationHeader
          ref={heading}
          name={known ? customerName(customerOf(known)) : chatText().chat}
          chat={chat}
          composer={composer}
          myId={myId}
          close={close}
          action={action}
          disabled={status !== 'signed-in'}
        />
        <MessagesScroller>
          <OlderThreads conversation={conversation} threadWindow={threadWindow} />
          {threadWindow.drawn.map(({ thread, cuts }) => (
            <ThreadView
              key={thread.id}
              thread={thread}
              cuts={cuts}
              users={known?.users ?? nobody}
              myId={myId}
              locale={locale}
              isLive={thread === latest}
            />
          ))}
          {chat && threads.length === 0 && (
            <p className="hint centered">{conversationText().noMessages}</p>
          )}
          {outgoing.length > 0 && (
            <ol className="events" aria-label={conversationText().outgoing}>
              {outgoing.map((message, index) => (
                <OutgoingMessage
                  key={message.customId}
                  message={message}
                  composer={composer}
                  disabledReason={disabledReason}
                  isHeld={message.status === 'sending' && hasFailed(outgoing.slice(0, index))}
                  onSent={refreshUnlessTold}
                />
              ))}
            </ol>
          )}
          <BeingWritten chatId={chatId} users={known?.users ?? nobody} />
          <div ref={end} className="talk-end" />
        </MessagesScroller>
        {/* The list, which says it otherwise, is behind the chat. */}
        {isNarrow && <SessionStatusBanner error={null} />}
        <ConversationStatusBanner
          conversation={conversation}
          action={action}
          canAnswer={answerable !== undefined}
          online={online}
        />
        {answerable && (
          <ReplyArea
            chat={answerable}
            composer={composer}
            myId={myId}
            action={action}
            disabledReason={disabledReason}
            onSent={refreshUnlessTold}
          />
        )}
      </section>
      {chat ? (
        <CustomerCard
          chat={chat}
          locale={locale}
          action={action}
          disabled={status !== 'signed-in'}
          onStarted={list.refresh}
        />
      ) : (
        <div className="card-side" />
      )}
    </div>
  )
}

const hasFailed = (messages: readonly Outgoing[]) =>
  messages.some(({ status }) => status === 'failed')

function disabledReasonOf(status: string): string | undefined {
  if (status !== 'signed-in') return conversationText().signInToSend
  return undefined
}
