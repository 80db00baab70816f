import { useRef } from 'react'
import { useNearViewport } from '../lib/use-near-viewport.ts'
import { Button } from '../ui/button.tsx'
import { chatText } from './chat-text.ts'
import type { ThreadWindow } from './use-thread-window.ts'

/** Pixels above what is in view that are drawn ahead: more than a turn of the wheel. */
export const drawingDistance = 1200

/** The top of a thread of which only the end is drawn; more of it comes as the agent scrolls near. */
export function EarlierMessages({ hidden, showEarlier, showAll }: ThreadWindow) {
  const top = useRef<HTMLDivElement>(null)
  useNearViewport(top, hidden > 0, () => showEarlier(), drawingDistance, hidden)
  return (
    <div ref={top} className="older" data-unanchored>
      {hidden > 0 && (
        <Button size="compact" onClick={showAll}>
          {chatText().showEarlier}
        </Button>
      )}
    </div>
  )
}
