import { type CSSProperties, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useSearchParams } from 'react-router'
import {
  type ChatListResult,
  type ChatRows,
  type ListEdge,
  useMyId,
} from '../../react/inbox/index.ts'
import { ChatSkeleton } from '../chat/chat-skeleton.tsx'
import { currentLocale } from '../language/define-messages.ts'
import { AcceptingNotice } from '../layout/accepting-chats.tsx'
import { useNow } from '../lib/use-now.ts'
import { useFocusAfterClosing, useRovingFocus } from '../lib/use-roving-focus.ts'
import { Button } from '../ui/button.tsx'
import { ChatRow } from './chat-row.tsx'
import type { Listing } from './chat-views.ts'
import { chatsText } from './chats-text.ts'
import { ListEnd } from './list-end.tsx'
import { NoChats } from './no-chats.tsx'
import { RowGauge, useRowHeight } from './row-gauge.tsx'
import { useAnchoredScroll } from './use-anchored-scroll.ts'
import { useFrozenOrder } from './use-frozen-order.ts'
import { useListPosition } from './use-list-position.ts'
import { useNewRowCount } from './use-new-row-count.ts'
import { useRowWindow } from './use-row-window.ts'
import { useSteadyScroll } from './use-steady-scroll.ts'

/** How many rows before the end the next page is fetched. */
const ahead = 30
/** How many rows are drawn beyond those in view, at each end. */
const beyond = 6

export interface ChatListProps {
  list: ChatListResult
  listing: Listing
  /** Names the list among all there are. */
  listKey: string
  /** The chat that is open beside the list. */
  openId: string | undefined
  online: boolean
}

export function ChatList(props: ChatListProps) {
  const { rows, below, isLoading } = props.list
  if (rows && (rows.length > 0 || below.hasMore)) return <Rows {...props} all={rows} />
  if (rows) return <NoChats listing={props.listing} />
  return isLoading ? <ChatSkeleton /> : null
}

function Rows(props: ChatListProps & { all: ChatRows }) {
  const { list, listKey, openId, online } = props
  const { above, below, error, loadsAhead, setInView } = list
  const myId = useMyId()
  const now = useNow()
  const locale = currentLocale()
  const text = chatsText()
  const [parameters] = useSearchParams()
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, newCount, showNow } = useFrozenOrder(scroller, props.all, above.hasMore)
  const { ids } = rows
  const [rowHeight, gauge] = useRowHeight()
  const position = useListPosition(listKey, list, ids, rowHeight)
  useAnchoredScroll(scroller, ids, rowHeight, above.hasMore)
  const { first, last, onScroll, scrollTo } = useRowWindow(scroller, ids, rowHeight, position.start)
  const keys = useRovingFocus(ids, scrollTo)
  useSteadyScroll(scroller)
  useFocusAfterClosing(scroller, openId)

  const newRows = useNewRowCount(ids)

  const loadsUnasked = !error
  useLoadAhead(below, loadsUnasked && loadsAhead && last >= rows.length - ahead)
  useLoadAhead(above, loadsUnasked && first < ahead)
  useEffect(() => {
    setInView(rows.slice(first, last + 1).map(({ id }) => id))
  }, [rows, first, last, setInView])

  const goToTop = async () => {
    await list.goToTop()
    // The pointer, still on the button, keeps the order of before. Drawn first, since what is in view stays in view.
    flushSync(showNow)
    scrollTo(0)
  }

  const count = countOf(list, rows.length)
  const search = parameters.toString()
  return (
    <div
      ref={scroller}
      className="chat-scroller"
      data-at-top={!above.hasMore && first === 0}
      onScroll={(event) => {
        position.onScroll(event.currentTarget.scrollTop)
        onScroll()
      }}
    >
      {above.hasMore && (
        <Button kind="primary" size="compact" className="new-chats" onClick={() => void goToTop()}>
          {text.backToTop}
        </Button>
      )}
      {newCount > 0 && (
        <Button kind="primary" size="compact" className="new-chats" onClick={showNow}>
          {text.showNew({ count: newCount })}
        </Button>
      )}
      <ul
        className="chat-list"
        aria-label={text.title}
        style={
          {
            '--row-height': `${rowHeight}px`,
            blockSize: rows.length * rowHeight,
          } as CSSProperties
        }
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
      >
        {drawnRows(first, last, keys.current, rows.length).map((index) => {
          const chat = rows.at(index)
          return (
            chat && (
              <ChatRow
                key={chat.id}
                chat={chat}
                myId={myId}
                now={now}
                locale={locale}
                search={search}
                offset={index * rowHeight}
                position={index + 1}
                count={count}
                isCurrent={index === keys.current}
                isOpen={chat.id === openId}
                isNew={index < newRows}
                onFocus={keys.setCurrent}
              />
            )
          )
        })}
      </ul>
      <ListEnd list={list} online={online} />
      <RowGauge ref={gauge} />
      <AcceptingNotice />
    </div>
  )
}

/** Indexes of the rows in view, of some beyond them, and of the focused one, or the focus would be lost. */
function drawnRows(first: number, last: number, focused: number, count: number): number[] {
  const start = Math.max(0, first - beyond)
  const end = Math.min(count - 1, last + beyond)
  const rows = Array.from({ length: end - start + 1 }, (_, index) => start + index)
  if (focused < start) return [focused, ...rows]
  return focused > end ? [...rows, focused] : rows
}

/** Fetches the next page in a direction before the agent has scrolled there. */
function useLoadAhead({ hasMore, isLoading, load }: ListEdge, isNear: boolean): void {
  const isDue = isNear && hasMore && !isLoading
  useEffect(() => {
    if (isDue) load()
  }, [isDue, load])
}

/** Of all rows, also those not loaded; -1: unknown. */
function countOf({ count, above, below }: ChatListResult, drawn: number): number {
  if (above.hasMore) return -1
  if (!below.hasMore) return drawn
  return count.isComplete ? count.found : -1
}
