import { type RefObject, useEffect, useState } from 'react'
import type { Chat } from '../agent-chat/index.ts'
import { inHeldOrder } from './held-order.ts'

export interface HeldChats {
  /** As they may be drawn now. */
  chats: Chat[]
  /** How many more there are above. */
  arrived: number
  /** Lets them in. */
  letIn: () => void
}

/** While the agent points into the list, no chat moves away from under the pointer. */
export function useHeldChats(list: RefObject<HTMLElement | null>, chats: Chat[]): HeldChats {
  const [pointing, setPointing] = useState(false)
  const [held, setHeld] = useState<Chat[]>()
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
  if (pointing && !held) setHeld(chats)
  if (!pointing && held) setHeld(undefined)
  if (!pointing || !held) return { chats, arrived: 0, letIn: () => {} }
  const known = new Set(held.map((chat) => chat.id))
  const lastHeld = chats.findLastIndex((chat) => known.has(chat.id))
  const arrived = chats.slice(0, Math.max(lastHeld, 0)).filter((chat) => !known.has(chat.id)).length
  return { chats: inHeldOrder(held, chats), arrived, letIn: () => setHeld(chats) }
}
