import { type RefObject, useEffect, useMemo, useState } from 'react'
import { useInboxStore } from '../../react/inbox/inbox-internal.ts'
import type { ChatRows } from '../../react/inbox/index.ts'
import { inFrozenOrder } from './frozen-order.ts'

export interface FrozenChats {
  /** As they may be drawn now. */
  rows: ChatRows
  /** How many more there are above. */
  newCount: number
  /** Shows all chats in their places, as they are now. */
  showNow: () => void
}

/**
 * Keeps chats from moving while the agent's pointer is over the list.
 *
 * @param hasAbove The list goes on above these chats.
 */
export function useFrozenOrder(
  list: RefObject<HTMLElement | null>,
  rows: ChatRows,
  hasAbove: boolean,
): FrozenChats {
  const [pointing, setPointing] = useState(false)
  const [frozen, setFrozen] = useState<Frozen>()
  useEffect(() => {
    const element = list.current
    if (!element) return
    // A touch leaves no pointer over the list.
    const enter = (event: PointerEvent) => setPointing(event.pointerType === 'mouse')
    const leave = () => setPointing(false)
    element.addEventListener('pointerenter', enter)
    element.addEventListener('pointerleave', leave)
    return () => {
      element.removeEventListener('pointerenter', enter)
      element.removeEventListener('pointerleave', leave)
    }
  }, [list])
  if (pointing && !frozen) setFrozen({ rows, hadAbove: hasAbove })
  if (!pointing && frozen) setFrozen(undefined)
  const inbox = useInboxStore()
  const { shown, newCount } = useMemo(() => {
    if (!frozen) return { shown: rows, newCount: 0 }
    const find = (chatId: string) => inbox.getSnapshot().chats.get(chatId)
    return inFrozenOrder(frozen.rows, rows, frozen.hadAbove, find)
  }, [frozen, rows, inbox])
  // Further pages belong to the order from now on; of another list this is the order.
  if (frozen && (shown.length !== frozen.rows.length || shown.ids.at(0) !== frozen.rows.ids.at(0)))
    setFrozen({ rows: shown, hadAbove: hasAbove })
  return { rows: shown, newCount, showNow: () => setFrozen(undefined) }
}

interface Frozen {
  rows: ChatRows
  hadAbove: boolean
}
