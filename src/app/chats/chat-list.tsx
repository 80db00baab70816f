import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { Chat } from '../../agent-chat/index.ts'
import { ChatSkeleton } from '../chat/chat-skeleton.tsx'
import { pageLocale } from '../lib/dates.ts'
import { useNow } from '../lib/use-now.ts'
import { useFocusAfterClosing, useRovingFocus } from '../lib/use-roving-focus.ts'
import { useAccount } from '../session/use-account.ts'
import { Button } from '../ui/button.tsx'
import { BubbleIcon } from '../ui/icons.tsx'
import { ChatRow } from './chat-row.tsx'
import { emptyText, type Listing } from './chat-views.ts'
import { ListEnd } from './list-end.tsx'
import { RowGauge, useRowHeight } from './row-gauge.tsx'
import { useAnchoredScroll } from './use-anchored-scroll.ts'
import type { Chats } from './use-chats.ts'
import { useFrozenOrder } from './use-frozen-order.ts'
import type { ListEdge } from './use-further-pages.ts'
import { useListPosition } from './use-list-position.ts'
import { useNewRowCount } from './use-new-row-count.ts'
import { useSteadyScroll } from './use-steady-scroll.ts'

/** How many rows before the end the next page is fetched. */
const ahead = 30

export interface ChatListProps {
  list: Chats
  listing: Listing
  /** Names the list among all there are. */
  listKey: string
  /** The chat that is open beside the list. */
  openId: string | undefined
  online: boolean
}

export function ChatList(props: ChatListProps) {
  const { chats, below, isLoading } = props.list
  if (chats && (chats.length > 0 || below.hasMore)) return <ChatRows {...props} chats={chats} />
  if (chats) return <NoChats listing={props.listing} />
  return isLoading ? <ChatSkeleton /> : null
}

function ChatRows(props: ChatListProps & { chats: Chat[] }) {
  const { list, listKey, openId, online } = props
  const { above, below, error, loadsAhead, setInView } = list
  const account = useAccount()
  const now = useNow()
  const locale = pageLocale(navigator.languages)
  const [parameters] = useSearchParams()
  const scroller = useRef<HTMLDivElement>(null)
  const { chats, newCount, showNew } = useFrozenOrder(scroller, props.chats, above.hasMore)
  const ids = useMemo(() => chats.map((chat) => chat.id), [chats])
  // A new function would measure every row again with each frame of scrolling.
  const keyOf = useCallback((index: number) => ids[index] ?? index, [ids])
  const [rowHeight, gauge] = useRowHeight()
  const position = useListPosition(listKey, list, ids, rowHeight)

  const virtualizer = useVirtualizer({
    count: chats.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    initialOffset: position.start,
    overscan: 6,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      // The focused row stays rendered, or the focus would be lost.
      return drawn.includes(keys.current) ? drawn : [...drawn, keys.current].sort((a, b) => a - b)
    },
  })
  const keys = useRovingFocus(ids, (index) => virtualizer.scrollToIndex(index))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer does not see that its estimate has changed
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  useAnchoredScroll(scroller, ids, rowHeight, above.hasMore)
  useSteadyScroll(scroller)
  useFocusAfterClosing(scroller, openId)

  const newRows = useNewRowCount(ids)

  const rows = virtualizer.getVirtualItems()
  const firstSeen = virtualizer.range?.startIndex ?? 0
  const lastSeen = virtualizer.range?.endIndex ?? 0
  const loadsUnasked = !error
  useLoadAhead(below, loadsUnasked && loadsAhead && lastSeen >= chats.length - ahead)
  useLoadAhead(above, loadsUnasked && firstSeen < ahead)
  const [firstId, lastId] = [ids[firstSeen], ids[lastSeen]]
  useEffect(() => {
    if (firstId !== undefined && lastId !== undefined) setInView([firstId, lastId])
  }, [firstId, lastId, setInView])

  return (
    <div
      ref={scroller}
      className="chat-scroller"
      data-at-top={!above.hasMore && (virtualizer.scrollOffset ?? 0) < rowHeight}
      onScroll={(event) => position.onScroll(event.currentTarget.scrollTop)}
    >
      {above.hasMore && (
        <Button
          kind="primary"
          size="compact"
          className="new-chats"
          onClick={() => void list.goToTop().then(() => virtualizer.scrollToOffset(0))}
        >
          Back to top
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
        style={
          {
            '--row-height': `${rowHeight}px`,
            blockSize: virtualizer.getTotalSize(),
          } as CSSProperties
        }
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
                count={countOf(list, chats.length)}
                isCurrent={row.index === keys.current}
                isOpen={chat.id === openId}
                isNew={row.index < newRows}
                onFocus={() => keys.setCurrent(row.index)}
              />
            )
          )
        })}
      </ul>
      <ListEnd list={list} online={online} />
      <RowGauge ref={gauge} />
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

/** Fetches the next page in a direction before the agent has scrolled there. */
function useLoadAhead({ hasMore, isLoading, load }: ListEdge, isNear: boolean): void {
  const isDue = isNear && hasMore && !isLoading
  useEffect(() => {
    if (isDue) load()
  }, [isDue, load])
}

/** Of all rows, also those not loaded; -1: unknown. */
function countOf({ count, above, below }: Chats, drawn: number): number {
  if (above.hasMore) return -1
  if (!below.hasMore) return drawn
  return count.isComplete ? count.found : -1
}
