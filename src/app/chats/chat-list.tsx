import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Chat } from '../../agent-chat/index.ts'
import { ChatSkeleton } from '../chat/chat-skeleton.tsx'
import type { Place } from '../composer/composer-store.ts'
import { pageLocale } from '../lib/dates.ts'
import { useNow } from '../lib/use-now.ts'
import { useFocusAfterClosing, useRovingFocus } from '../lib/use-roving-focus.ts'
import { useAccount } from '../session/use-account.ts'
import { Button } from '../ui/button.tsx'
import { BubbleIcon } from '../ui/icons.tsx'
import { ChatRow } from './chat-row.tsx'
import { emptyText, type Listing } from './chat-views.ts'
import { ListEnd } from './list-end.tsx'
import { useAnchoredScroll } from './use-anchored-scroll.ts'
import type { Chats } from './use-chats.ts'
import { useFrozenOrder } from './use-frozen-order.ts'
import { useNewRowCount } from './use-new-row-count.ts'

/** As the style has it, in rem: every row is as high as any other, so that a list of any length scrolls evenly. */
const rowRem = 5.75

/** Rows from the end at which the next page is fetched, ahead of the eye. */
const ahead = 30

export interface ChatListProps extends Chats {
  listing: Listing
  /** The chat that is open beside the list. */
  openId: string | undefined
  online: boolean
  /** Where the agent was in it. */
  place: Place | undefined
  keepPlace: (place: Place) => void
}

export function ChatList(props: ChatListProps) {
  const { chats, isLoading, hasMore, listing } = props
  if (chats && (chats.length > 0 || hasMore)) return <ChatRows {...props} chats={chats} />
  if (chats) return <NoChats listing={listing} />
  return isLoading ? <ChatSkeleton /> : null
}

function ChatRows(props: ChatListProps & { chats: Chat[] }) {
  const { error, hasMore, isLoadingMore, loadMore, loadsAhead } = props
  const { hasAbove, isLoadingAbove, loadAbove, look } = props
  const account = useAccount()
  const now = useNow()
  const locale = pageLocale(navigator.languages)
  const [parameters] = useSearchParams()
  const scroller = useRef<HTMLDivElement>(null)
  const { chats, newCount, showNew } = useFrozenOrder(scroller, props.chats, hasAbove)
  const ids = useMemo(() => chats.map((chat) => chat.id), [chats])
  // Another function would have every row measured anew, with each frame of scrolling.
  const keyOf = useCallback((index: number) => ids[index] ?? index, [ids])
  const rowHeight = useRowHeight()
  const place = usePlace(props, ids, rowHeight)

  const virtualizer = useVirtualizer({
    count: chats.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    initialOffset: place.start,
    overscan: 6,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      // The row that has the focus stays, or the focus would be lost with it.
      return drawn.includes(keys.current) ? drawn : [...drawn, keys.current].sort((a, b) => a - b)
    },
  })
  const keys = useRovingFocus(ids, (index) => virtualizer.scrollToIndex(index))
  useAnchoredScroll(scroller, ids, rowHeight, hasAbove)
  useFocusAfterClosing(scroller, props.openId)

  const newRows = useNewRowCount(ids)

  const rows = virtualizer.getVirtualItems()
  const firstSeen = virtualizer.range?.startIndex ?? 0
  const lastSeen = virtualizer.range?.endIndex ?? 0
  const canLoad = hasMore && loadsAhead && props.online && !error && !isLoadingMore
  useEffect(() => {
    if (canLoad && lastSeen >= chats.length - ahead) loadMore()
  }, [canLoad, lastSeen, chats.length, loadMore])
  const canLoadAbove = hasAbove && props.online && !error && !isLoadingAbove
  useEffect(() => {
    if (canLoadAbove && firstSeen < ahead) loadAbove()
  }, [canLoadAbove, firstSeen, loadAbove])
  const [firstId, lastId] = [ids[firstSeen], ids[lastSeen]]
  useEffect(() => {
    if (firstId !== undefined && lastId !== undefined) look([firstId, lastId])
  }, [firstId, lastId, look])

  return (
    <div
      ref={scroller}
      className="chat-scroller"
      data-at-top={!hasAbove && (virtualizer.scrollOffset ?? 0) < rowHeight}
      onScroll={(event) => place.keep(event.currentTarget.scrollTop)}
    >
      {hasAbove && (
        <Button
          kind="primary"
          size="compact"
          className="new-chats"
          onClick={() => void props.goToTop().then(() => virtualizer.scrollToOffset(0))}
        >
          Go to the top
        </Button>
      )}
      {newCount > 0 && (
        <Button kind="primary" size="compact" className="new-chats" onClick={showNew}>
          {newCount === 1 ? 'Show 1 new chat' : `Show ${newCount} new chats`}
        </Button>
      )}
      <ul
        className="chat-list"
        aria-label="Chats"
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
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
                count={countOf(props, chats.length)}
                isCurrent={row.index === keys.current}
                isOpen={chat.id === props.openId}
                isNew={row.index < newRows}
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
  const [title, hint] = emptyText[listing.show]
  return (
    <div className="empty">
      <BubbleIcon />
      <h2>{listing.groupId === undefined ? title : `${title} in this group`}</h2>
      <p>{hint}</p>
    </div>
  )
}

function useRowHeight(): number {
  return useMemo(
    () => rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    [],
  )
}

/** Of all rows, also those not loaded; -1: unknown. */
function countOf({ found, hasAbove, hasMore, isCountWhole }: Chats, drawn: number): number {
  if (hasAbove) return -1
  if (!hasMore) return drawn
  return isCountWhole ? found : -1
}

/** Where the agent was in this list, for when they come back from another page. */
function usePlace(
  props: ChatListProps,
  ids: readonly string[],
  rowHeight: number,
): { start: number; keep: (offset: number) => void } {
  const [start] = useState(() => startOf(props, ids.length * rowHeight))
  const offset = useRef(start)
  const leave = useEffectEvent(() => {
    const page = props.pageWith(ids[Math.floor(offset.current / rowHeight)])
    props.keepPlace({
      offset: offset.current,
      pageId: page?.pageId,
      pageOffset: page ? Math.max(0, ids.indexOf(page.firstId)) * rowHeight : 0,
    })
  })
  // Written once on leaving: telling the desk with every frame would be felt while scrolling.
  useEffect(() => () => leave(), [])
  return {
    start,
    keep: (now) => {
      offset.current = now
    },
  }
}

/** Pixels from the top of what is loaded. */
function startOf({ place, firstPageId }: ChatListProps, height: number): number {
  if (!place) return 0
  // The list was let go meanwhile, and begins with the page one left.
  const isLetGo = place.pageId !== undefined && place.pageId === firstPageId
  const offset = isLetGo ? place.offset - place.pageOffset : place.offset
  return offset < height ? offset : 0
}
