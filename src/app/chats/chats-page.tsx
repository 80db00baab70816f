import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Outlet, useMatch, useNavigate, useSearchParams } from 'react-router'
import { useStartLive } from '../../react/inbox/inbox-internal.ts'
import { type ChatListResult, useChatList, useMyId } from '../../react/inbox/index.ts'
import { useSession } from '../../react/index.ts'
import { chatPath } from '../chat/chat-path.ts'
import type { ListContext } from '../chat/list-context.ts'
import { StaleNotice } from '../chat/stale-notice.tsx'
import { useClosingChats, useClosingStore } from '../closing/closing-context.tsx'
import { PageHeading } from '../layout/page-heading.tsx'
import { SignedInLayout } from '../layout/signed-in-layout.tsx'
import { useOnline } from '../lib/use-online.ts'
import { useShortcut } from '../lib/use-shortcut.ts'
import { LiveNotice } from '../live/live-notice.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { RefreshIcon, SortIcon } from '../ui/icons.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { ArchiveSearchField } from './archive-search-field.tsx'
import { ChatList } from './chat-list.tsx'
import {
  describeCount,
  type Listing,
  orderLabel,
  readListing,
  views,
  writeListing,
} from './chat-views.ts'
import { ChatsStatusBanner } from './chats-status-banner.tsx'
import { chatsText } from './chats-text.ts'
import { GroupFilter } from './group-filter.tsx'
import { useListPositions } from './list-positions.tsx'
import { nextWaiting } from './next-waiting.ts'

/** The agent's chats; beside them, or on a narrow page instead of them, the one that is open. */
export function ChatsPage() {
  const [listing, setListing] = useListing()
  const listKey = writeListing(new URLSearchParams(), listing).toString()
  const list = useChatList(listing.show, {
    ...listing,
    startAt: useListPositions().get(listKey)?.pageId,
  })
  const online = useOnline()
  // The connection would compete with the list for the network.
  useStartLive(list.hasAsked)
  const openId = useMatch('/chats/:chatId')?.params.chatId
  const newestFirst = listing.order === 'newest-first'
  const myId = useMyId()
  const closing = useClosingStore()
  useRefreshAfterClosing(list.refresh)
  const context: ListContext = {
    find: list.find,
    refresh: list.refresh,
    nextWaiting: (currentId) =>
      list.rows &&
      nextWaiting(list.rows, myId, currentId, (id) =>
        closing.getSnapshot().some(({ chatId }) => chatId === id),
      ),
  }

  const text = chatsText()
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  const [noneWaits, setNoneWaits] = useState(false)
  useShortcut('Alt+N', () => {
    const next = context.nextWaiting(openId)
    setNoneWaits(!next)
    const search = parameters.toString()
    if (next) void navigate({ pathname: chatPath(next.id), search })
  })

  return (
    <SignedInLayout fills>
      <main id="content" className="split-view" tabIndex={-1} data-open={openId !== undefined}>
        <section className="inbox" aria-label={text.list}>
          <div className="toolbar">
            <div className="titles">
              <PageHeading>{text.title}</PageHeading>
              <output className="found">
                {list.rows && list.rows.length > 0 ? describeCount(list.count, listing.show) : ''}
              </output>
            </div>
            <IconButton
              label={text.refresh}
              icon={<RefreshIcon />}
              busy={list.isRefreshing}
              disabled={list.isLoading}
              onClick={list.refresh}
            />
          </div>
          <ArchiveSearchField />
          <SegmentedControl
            legend={text.show}
            legendHidden
            options={views.map((value) => ({ value, label: text[value] }))}
            value={listing.show}
            onChange={(show) => setListing({ ...listing, show })}
          />
          <div className="list-options">
            <GroupFilter
              rows={list.rows}
              value={listing.groupId}
              onChange={(groupId) => setListing({ ...listing, groupId })}
            />
            <Button
              kind="plain"
              size="compact"
              icon={<SortIcon />}
              onClick={() =>
                setListing({ ...listing, order: newestFirst ? 'oldest-first' : 'newest-first' })
              }
            >
              {orderLabel(listing)}
            </Button>
          </div>
          <output className="visually-hidden">{noneWaits && text.noneWaits}</output>
          <ChatsStatusBanner list={list} />
          <ChatList
            key={listKey}
            list={list}
            listing={listing}
            openId={openId}
            online={online}
            listKey={listKey}
          />
          {online && <Freshness staleSince={list.staleSince} />}
        </section>
        <Outlet context={context} />
      </main>
    </SignedInLayout>
  )
}

/** Since when the list is old, or else how it stays up to date while LiveChat does not tell by itself. */
function Freshness({ staleSince }: Pick<ChatListResult, 'staleSince'>) {
  const { status } = useSession()
  if (staleSince !== undefined) return <StaleNotice time={staleSince} />
  return status === 'signed-in' && <LiveNotice />
}

/** Shows what LiveChat makes of a chat that was closed. */
function useRefreshAfterClosing(refresh: () => void): void {
  const count = useClosingChats().length
  const onLess = useEffectEvent(refresh)
  const before = useRef(count)
  useEffect(() => {
    if (count < before.current) onLess()
    before.current = count
  }, [count])
}

/** The listing in the URL, so that Back, a reload and a shared link keep it. */
function useListing(): [Listing, (listing: Listing) => void] {
  const [parameters, setParameters] = useSearchParams()
  return [readListing(parameters), (next) => setParameters((before) => writeListing(before, next))]
}
