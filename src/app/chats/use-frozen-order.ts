import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { Chat } from '../../agent-chat/index.ts'
import { inFrozenOrder } from './frozen-order.ts'

export interface FrozenChats {
  /** As they may be drawn now. */
  chats: Chat[]
  /** How many more there are above. */
  newCount: number
  /** Shows them, in their places. */
  showNew: () => void
}

/**
 * Keeps chats from moving while the agent's pointer is over the list.
 *
 * @param hasAbove The list goes on above these chats.
 */
export function useFrozenOrder(
  list: RefObject<HTMLElement | null>,
  chats: Chat[],
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
  if (pointing && !frozen) setFrozen({ chats, hadAbove: hasAbove })
  if (!pointing && frozen) setFrozen(undefined)
  // Memoized, since there may be a hundred thousand chats and scrolling renders each frame.
  const { shown, newCount } = useMemo(() => applyFrozen(frozen, chats), [frozen, chats])
  if (frozen && shown[0]?.id !== frozen.chats[0]?.id)
    setFrozen({ chats: shown, hadAbove: hasAbove })
  return { chats: shown, newCount, showNew: () => setFrozen({ chats, hadAbove: hasAbove }) }
}

interface Frozen {
  chats: Chat[]
  hadAbove: boolean
}

function applyFrozen(
  frozen: Frozen | undefined,
  chats: Chat[],
): { shown: Chat[]; newCount: number } {
  if (!frozen) return { shown: chats, newCount: 0 }
  const shown = inFrozenOrder(frozen.chats, chats, frozen.hadAbove)
  const known = new Set(shown.map((chat) => chat.id))
  const lastKnown = chats.findLastIndex((chat) => known.has(chat.id))
  const above = chats.slice(0, Math.max(lastKnown, 0))
  return { shown, newCount: above.filter((chat) => !known.has(chat.id)).length }
}
