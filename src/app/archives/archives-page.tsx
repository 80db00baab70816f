import { useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { AgentChatError, type ChatDetails } from '../../agent-chat/index.ts'
import { useStartLive } from '../../react/inbox/inbox-internal.ts'
import { ChatSkeleton } from '../chat/chat-skeleton.tsx'
import { LoadError } from '../chat/load-error.tsx'
import { customerName, customerOf, isAnonymous } from '../chat/participants.ts'
import { RelativeTime } from '../chat/relative-time.tsx'
import { UserText } from '../chat/user-text.tsx'
import { currentLocale } from '../language/define-messages.ts'
import { PageHeading } from '../layout/page-heading.tsx'
import { SignedInLayout } from '../layout/signed-in-layout.tsx'
import { useNearViewport } from '../lib/use-near-viewport.ts'
import { useNow } from '../lib/use-now.ts'
import { useFocusAfterClosing } from '../lib/use-roving-focus.ts'
import { SessionStatusBanner } from '../session/session-status-banner.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { BubbleIcon } from '../ui/icons.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { ArchiveForm } from './archive-form.tsx'
import { readSearch, writeSearch } from './archive-search.ts'
import { ArchivedThread } from './archived-thread.tsx'
import { archivesText } from './archives-text.ts'
import { snippetOf } from './snippet.ts'
import { type Archives, useArchives } from './use-archives.ts'

/** The archives: closed chats, searched by words, days, people and tags; the selected one opens beside them. */
export function ArchivesPage() {
  const [parameters, setParameters] = useSearchParams()
  const search = readSearch(parameters)
  const archives = useArchives(search)
  useStartLive(true)
  const chatId = parameters.get('chat')
  const threadId = parameters.get('thread')
  const open = chatId && threadId ? { chatId, threadId } : undefined
  const { found } = archives
  const text = archivesText()

  return (
    <SignedInLayout fills>
      <main id="content" className="split-view" tabIndex={-1} data-open={open !== undefined}>
        <section className="inbox" aria-label={text.searchResults}>
          <div className="toolbar">
            <div className="titles">
              <PageHeading>{text.title}</PageHeading>
              <output className="found">
                {found ? text.found({ count: archives.count }) : ''}
              </output>
            </div>
          </div>
          <ArchiveForm search={search} onSearch={(next) => setParameters(writeSearch(next))} />
          <SessionStatusBanner error={archives.error} />
          <Results {...archives} open={open} parameters={parameters} />
        </section>
        {open && (
          <ArchivedThread
            key={addressOf(open)}
            {...open}
            found={found?.find((chat) => isOpen(chat, open))}
            close={{ search: writeSearch(search).toString() }}
          />
        )}
        {!open && (
          <div className="no-chat-open">
            <BubbleIcon />
            <p>{text.selectResult}</p>
          </div>
        )}
      </main>
    </SignedInLayout>
  )
}

interface Open {
  chatId: string
  threadId: string
}

interface ResultsProps extends Archives {
  open: Open | undefined
  parameters: URLSearchParams
}

function Results(props: ResultsProps) {
  const { found, error, hasMore, isLoading, isLoadingMore, loadMore, open, retry } = props
  const end = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [lastOpen, setLastOpen] = useState(open)
  if (open && addressOf(open) !== (lastOpen && addressOf(lastOpen))) setLastOpen(open)
  useFocusAfterClosing(list, open && addressOf(open))
  useNearViewport(end, hasMore && !error && !isLoadingMore, loadMore)
  const now = useNow()
  const locale = currentLocale()
  const text = archivesText()
  if (isLoading) return <ChatSkeleton />
  if (!found)
    return isShown(error) ? <LoadError error={error} busy={false} onRetry={retry} /> : null
  if (found.length === 0) {
    return (
      <div className="empty">
        <BubbleIcon />
        <h2>{text.noResults}</h2>
        <p>{text.noResultsHint}</p>
      </div>
    )
  }
  return (
    <div className="chat-scroller" data-scrolls>
      <ul ref={list} className="archive-list" aria-label={text.results}>
        {found.map((chat) => (
          <Result
            key={`${chat.id} ${chat.thread?.id}`}
            chat={chat}
            isOpen={open !== undefined && isOpen(chat, open)}
            wasOpen={lastOpen !== undefined && isOpen(chat, lastOpen)}
            parameters={props.parameters}
            now={now}
            locale={locale}
          />
        ))}
      </ul>
      {isShown(error) && <LoadError error={error} busy={isLoadingMore} onRetry={retry} />}
      <LoadMore ref={end} hasMore={hasMore} busy={isLoadingMore} onMore={loadMore} />
    </div>
  )
}

interface ResultProps {
  chat: ChatDetails
  isOpen: boolean
  /** The thread opened last, to which the focus returns. */
  wasOpen: boolean
  parameters: URLSearchParams
  now: number
  locale: string
}

function Result({ chat, isOpen: opened, wasOpen, parameters, now, locale }: ResultProps) {
  const customer = customerOf(chat)
  const name = customerName(customer)
  const { thread } = chat
  const address = new URLSearchParams(parameters)
  address.set('chat', chat.id)
  address.set('thread', thread?.id ?? '')
  return (
    <li className="archive-item">
      <Link
        className="chat-row"
        to={{ search: address.toString() }}
        aria-current={opened}
        data-current={wasOpen}
      >
        <Avatar
          id={customer?.id ?? chat.id}
          name={isAnonymous(customer) ? undefined : name}
          url={customer?.avatarUrl}
        />
        <div className="chat-who">
          <bdi className="chat-name">{name}</bdi>
        </div>
        <RelativeTime at={thread?.createdAt} now={now} locale={locale} />
        <div className="snippet">
          <UserText text={snippetOf(thread)} isLinked={false} />
        </div>
      </Link>
    </li>
  )
}

function addressOf({ chatId, threadId }: Open): string {
  return `${chatId} ${threadId}`
}

function isOpen(chat: ChatDetails, { chatId, threadId }: Open): boolean {
  return chat.id === chatId && chat.thread?.id === threadId
}

/** Missing scopes are reported elsewhere. */
function isShown(error: Error | null): error is AgentChatError {
  return (
    error instanceof AgentChatError &&
    error.code !== 'authentication' &&
    error.code !== 'authorization'
  )
}
