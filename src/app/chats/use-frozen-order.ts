import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { Chat } from '../../agent-chat/index.ts'
import { inHeldOrder } from './frozen-order.ts'

export interface HeldChats {
  /** As they may be drawn now. */
  chats: Chat[]
  /** How many more there are above. */
  arrived: number
  /** Lets them in. */
  letIn: () => void
}

/**
 * While the agent points into the list, no chat moves away from under the pointer.
 *
 * @param hasAbove The list goes on above these chats.
 */
export function useHeldChats(
  list: RefObject<HTMLElement | null>,
  chats: Chat[],
  hasAbove: boolean,
): HeldChats {
  const [pointing, setPointing] = useState(false)
  const [held, setHeld] = useState<Held>()
  useEffect(() => {
    const element = list.current
    if (!element) return
    // Touching leaves nothing hovering over the list.
    const enter = (event: PointerEvent) => setPointing(event.pointerType === 'mouse')
    const leave = () => setPointing(false)
    element.addEventListener('pointerenter', enter)
    element.addEventListener('pointerleave', leave)
    return () => {
      element.removeEventListener('pointerenter', enter)
      element.removeEventListener('pointerleave', leave)
    }
  }, [list])
  if (pointing && !held) setHeld({ chats, hadAbove: hasAbove })
  if (!pointing && held) setHeld(undefined)
  // Not with each frame of scrolling: there may be a hundred thousand.
  const { shown, arrived } = useMemo(() => standing(held, chats), [held, chats])
  if (held && shown[0]?.id !== held.chats[0]?.id) setHeld({ chats: shown, hadAbove: hasAbove })
  return { chats: shown, arrived, letIn: () => setHeld({ chats, hadAbove: hasAbove }) }
}

interface Held {
  chats: Chat[]
  hadAbove: boolean
}

function standing(held: Held | undefined, chats: Chat[]): { shown: Chat[]; arrived: number } {
  if (!held) return { shown: chats, arrived: 0 }
  const shown = inHeldOrder(held.chats, chats, held.hadAbove)
  const known = new Set(shown.map((chat) => chat.id))
  const lastKnown = chats.findLastIndex((chat) => known.has(chat.id))
  const above = chats.slice(0, Math.max(lastKnown, 0))
  return { shown, arrived: above.filter((chat) => !known.has(chat.id)).length }
}
