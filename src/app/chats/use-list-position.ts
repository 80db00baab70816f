import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ChatListResult } from '../../react/inbox/index.ts'
import type { Ids } from '../lib/ids.ts'
import { type ListPosition, useListPositions } from './list-positions.tsx'

/** Where the agent was in a list, for when they come back to it from another page or list. */
export function useListPosition(
  listKey: string,
  { firstPageId, pageStartOf }: Pick<ChatListResult, 'firstPageId' | 'pageStartOf'>,
  ids: Ids,
  rowHeight: number,
): { start: number; onScroll: (offset: number) => void } {
  const positions = useListPositions()
  const [start] = useState(() =>
    startOffset(positions.get(listKey), firstPageId, ids.length * rowHeight),
  )
  const offset = useRef(start)
  const save = useEffectEvent(() => {
    const page = pageStartOf(ids.at(Math.floor(offset.current / rowHeight)))
    positions.set(listKey, {
      offset: offset.current,
      pageId: page?.pageId,
      pageOffset: page ? Math.max(0, ids.indexOf(page.firstId)) * rowHeight : 0,
    })
  })
  useEffect(() => () => save(), [])
  return {
    start,
    onScroll(now) {
      offset.current = now
    },
  }
}

/**
 * Pixels from the top of what is loaded.
 *
 * @param firstPageId Of what is loaded: when it is the page the agent left, the pages above it were let go meanwhile.
 * @param height      Of all rows that are loaded.
 */
export function startOffset(
  position: ListPosition | undefined,
  firstPageId: string | undefined,
  height: number,
): number {
  if (!position) return 0
  const startsThere = position.pageId !== undefined && position.pageId === firstPageId
  const offset = startsThere ? position.offset - position.pageOffset : position.offset
  return offset < height ? offset : 0
}
