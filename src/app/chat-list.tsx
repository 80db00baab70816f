import { useQueryClient } from '@tanstack/react-query'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Chat } from '../agent-chat/index.ts'
import { ChatRow } from './chat-row.tsx'
import { ChatSkeleton } from './chat-skeleton.tsx'
import { emptyWords, type Listing } from './chat-views.ts'
import { BubbleIcon } from './icons.tsx'
import { ListEnd } from './list-end.tsx'
import { pageLocale } from './times.ts'
import { useAccount } from './use-account.ts'
import { useAnchoredScroll } from './use-anchored-scroll.ts'
import type { Chats } from './use-chats.ts'
import { useHeldChats } from './use-held-chats.ts'
import { useFocusAfterClosing, useListKeys } from './use-list-keys.ts'
import { useNow } from './use-now.ts'

/** As the style has it, in rem: every row is as high as any other, so that a list of any length scrolls evenly. */
const rowRem = 5.75

/** Rows from the end at which the next page is fetched, ahead of the eye. */
const ahead = 30

export interface ChatListProps extends Chats {
  listing: Listing
  /** The chat that is open beside the list. */
  openId: string | undefined
  online: boolean
}

export function ChatList(props: ChatListProps) {
  const { chats, isLoading, hasMore, listing } = props
  if (chats && (chats.length > 0 || hasMore)) return <ChatRows {...props} chats={chats} />
  if (chats) return <NoChats listing={listing} />
  return isLoading ? <ChatSkeleton /> : null
}

function ChatRows(props: ChatListProps & { chats: Chat[] }) {
  const { error, found, hasMore, isCountWhole, isLoadingMore, listing, loadMore, loadsAhead } =
    props
  const account = useAccount()
  const now = useNow()
  const locale = pageLocale(navigator.languages)
  const [parameters] = useSearchParams()
  const scroller = useRef<HTMLDivElement>(null)
  const { chats, arrived, letIn } = useHeldChats(scroller, props.chats)
  const ids = useMemo(() => chats.map((chat) => chat.id), [chats])
  const rowHeight = useRowHeight()
  const place = usePlace(listing)

  const virtualizer = useVirtualizer({
    count: chats.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    initialOffset: place.last,
    overscan: 6,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      // The row that has the focus stays, or the focus would be lost with it.
      return drawn.includes(keys.current) ? drawn : [...drawn, keys.current].sort((a, b) => a - b)
    },
  })
  const keys = useListKeys(ids, (index) => virtualizer.scrollToIndex(index))
  useAnchoredScroll(scroller, ids, rowHeight)
  useFocusAfterClosing(scroller, props.openId)

  const rows = virtualizer.getVirtualItems()
  const lastSeen = virtualizer.range?.endIndex ?? 0
  const canLoad = hasMore && loadsAhead && props.online && !error && !isLoadingMore
  useEffect(() => {
    if (canLoad && lastSeen >= chats.length - ahead) loadMore()
  }, [canLoad, lastSeen, chats.length, loadMore])

  return (
    <div
      ref={scroller}
      className="chat-scroller"
      data-at-top={(virtualizer.scrollOffset ?? 0) < rowHeight}
      onScroll={(event) => place.keep(event.currentTarget.scrollTop)}
    >
      {arrived > 0 && (
        <button type="button" className="button arrived" onClick={letIn}>
          {arrived === 1 ? 'Show 1 new chat' : `Show ${arrived} new chats`}
        </button>
      )}
      <ul
        className="chat-list"
        aria-label="Chats"
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={keys.onKeyDown}
      >
        {rows.map((row) => {
          const chat = chats[row.index]
          return (
            chat && (
              <ChatRow
                key={chat.id}
                chat={chat}
                myId={account?.email}
                now={now}
                locale={locale}
                search={parameters.toString()}
                offset={row.start}
                position={row.index + 1}
                count={hasMore ? Math.max(isCountWhole ? found : -1, -1) : chats.length}
                isCurrent={row.index === keys.current}
                isOpen={chat.id === props.openId}
                onFocus={() => keys.setCurrent(row.index)}
              />
            )
          )
        })}
      </ul>
      <ListEnd {...props} />
    </div>
  )
}

function NoChats({ listing }: { listing: Listing }) {
  const [title, words] = emptyWords[listing.show]
  return (
    <div className="empty">
      <BubbleIcon />
      <h2>{listing.groupId === undefined ? title : `${title} in this group`}</h2>
      <p>{words}</p>
    </div>
  )
}

function useRowHeight(): number {
  return useMemo(
    () => rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    [],
  )
}

/** Where the agent was in this list, for when they come back from another page. */
function usePlace(listing: Listing): { last: number; keep: (offset: number) => void } {
  const queries = useQueryClient()
  const [key] = useState(['place', listing])
  const [last] = useState(() => queries.getQueryData<number>(key) ?? 0)
  const offset = useRef(last)
  // Written once on leaving: telling the cache with every frame would be felt while scrolling.
  useEffect(() => () => void queries.setQueryData(key, offset.current), [queries, key])
  return {
    last,
    keep: (now) => {
      offset.current = now
    },
  }
}
