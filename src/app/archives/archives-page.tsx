import { useRef } from 'react'
import { Link, useSearchParams } from 'react-router'
import { AgentChatError, type OpenedChat } from '../../agent-chat/index.ts'
import { AppHeader } from '../app-header.tsx'
import { Avatar } from '../avatar.tsx'
import { ChatSkeleton } from '../chat-skeleton.tsx'
import { StrangerText } from '../conversation/stranger-text.tsx'
import { BackIcon, BubbleIcon } from '../icons.tsx'
import { LoadError } from '../load-error.tsx'
import { PageHeading } from '../page-heading.tsx'
import { customerName, customerOf, isAnonymous } from '../people.ts'
import { SessionTrouble } from '../session-trouble.tsx'
import { exactTime, pageLocale, shortTime } from '../times.ts'
import { useNearEnd } from '../use-near-end.ts'
import { useNow } from '../use-now.ts'
import { useOnline } from '../use-online.ts'
import { ArchiveForm } from './archive-form.tsx'
import { readSearch, writeSearch } from './archive-search.ts'
import { ArchivedThread } from './archived-thread.tsx'
import { foundWords } from './found-words.ts'
import { type Archives, useArchives } from './use-archives.ts'

/** Closed chats, found by words, days, people and tags; the one chosen opens beside them. */
export function ArchivesPage() {
  const [parameters, setParameters] = useSearchParams()
  const search = readSearch(parameters)
  const archives = useArchives(search)
  const online = useOnline()
  const chatId = parameters.get('chat')
  const threadId = parameters.get('thread')
  const open = chatId && threadId ? { chatId, threadId } : undefined
  const { found } = archives

  return (
    <div className="app-page">
      <AppHeader />
      <main id="content" className="desk" tabIndex={-1} data-open={open !== undefined}>
        <section className="inbox" aria-label="Search results">
          <div className="toolbar">
            <div className="titles">
              <PageHeading>Archives</PageHeading>
              <output className="found">
                {found ? `${archives.count.toLocaleString('en')} found` : ''}
              </output>
            </div>
            <Link className="button quiet" to="/chats">
              <BackIcon />
              Chats
            </Link>
          </div>
          <ArchiveForm
            key={writeSearch(search).toString()}
            search={search}
            onSearch={(next) => setParameters(writeSearch(next))}
          />
          <SessionTrouble error={archives.error} online={online} />
          <Results {...archives} online={online} open={open} parameters={parameters} />
        </section>
        {open && (
          <ArchivedThread
            key={`${open.chatId} ${open.threadId}`}
            {...open}
            found={found?.find((chat) => isOpen(chat, open))}
            close={{ search: writeSearch(search).toString() }}
          />
        )}
        {!open && (
          <div className="no-chat-open">
            <BubbleIcon />
            <p>Choose a result to read it.</p>
          </div>
        )}
      </main>
    </div>
  )
}

interface Open {
  chatId: string
  threadId: string
}

interface ResultsProps extends Archives {
  online: boolean
  open: Open | undefined
  parameters: URLSearchParams
}

function Results(props: ResultsProps) {
  const { found, error, hasMore, isLoading, isLoadingMore, loadMore, online, open, retry } = props
  const end = useRef<HTMLDivElement>(null)
  useNearEnd(end, hasMore && online && !error && !isLoadingMore, loadMore)
  const now = useNow()
  const locale = pageLocale(navigator.languages)
  if (isLoading) return <ChatSkeleton />
  if (!found)
    return isShown(error) ? <LoadError error={error} busy={false} onRetry={retry} /> : null
  if (found.length === 0) {
    return (
      <div className="empty">
        <BubbleIcon />
        <h2>Nothing found</h2>
        <p>Only closed chats you have access to are searched. Try fewer words, or more days.</p>
      </div>
    )
  }
  return (
    <div className="chat-scroller" data-scrolls>
      <ul className="archive-list" aria-label="Found chats">
        {found.map((chat) => (
          <Result
            key={`${chat.id} ${chat.thread?.id}`}
            chat={chat}
            isOpen={open !== undefined && isOpen(chat, open)}
            parameters={props.parameters}
            now={now}
            locale={locale}
          />
        ))}
      </ul>
      {isShown(error) && <LoadError error={error} busy={isLoadingMore} onRetry={retry} />}
      <div ref={end} className="list-end">
        {hasMore ? (
          <button type="button" className="button" disabled={!online} onClick={loadMore}>
            {isLoadingMore ? 'Loading more…' : 'Load more'}
          </button>
        ) : (
          <p className="hint">These are all.</p>
        )}
      </div>
    </div>
  )
}

interface ResultProps {
  chat: OpenedChat
  isOpen: boolean
  parameters: URLSearchParams
  now: number
  locale: string
}

function Result({ chat, isOpen: opened, parameters, now, locale }: ResultProps) {
  const customer = customerOf(chat)
  const name = customerName(customer)
  const { thread } = chat
  const address = new URLSearchParams(parameters)
  address.set('chat', chat.id)
  address.set('thread', thread?.id ?? '')
  return (
    <li className="archive-item">
      <Link className="chat-row" to={{ search: address.toString() }} aria-current={opened}>
        <Avatar
          id={customer?.id ?? chat.id}
          name={isAnonymous(customer) ? undefined : name}
          url={customer?.avatarUrl}
        />
        <div className="chat-who">
          <bdi className="chat-name">{name}</bdi>
        </div>
        <div className="chat-time">
          {thread?.createdAt !== undefined && (
            <time
              dateTime={new Date(thread.createdAt).toISOString()}
              title={exactTime(thread.createdAt, locale)}
            >
              {shortTime(thread.createdAt, now, locale)}
            </time>
          )}
        </div>
        <div className="found-words">
          <StrangerText text={foundWords(thread)} isLinked={false} />
        </div>
      </Link>
    </li>
  )
}

function isOpen(chat: OpenedChat, { chatId, threadId }: Open): boolean {
  return chat.id === chatId && chat.thread?.id === threadId
}

/** What the session lacks is said elsewhere. */
function isShown(error: Error | null): error is AgentChatError {
  return (
    error instanceof AgentChatError &&
    error.code !== 'authentication' &&
    error.code !== 'authorization'
  )
}
