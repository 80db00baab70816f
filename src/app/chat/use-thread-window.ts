import { startTransition, useEffect, useMemo, useState } from 'react'
import type { Thread } from '../../agent-chat/index.ts'
import { useFindShortcut } from '../lib/use-find-shortcut.ts'
import {
  countEvents,
  countHidden,
  type DrawnThread,
  drawnThreads,
  extendBack,
  type Place,
} from './thread-window.ts'

/** Events that are drawn together: more than a screen shows, and few enough that nobody waits for them. */
const batch = 50

export interface ThreadWindow {
  drawn: DrawnThread[]
  /** Events that are loaded but not drawn. */
  hidden: number
  /** Draws more events: those that are loaded, then what is loaded next. */
  showEarlier: (events?: number) => void
  /** Draws everything that is loaded, batch by batch. */
  showAll: () => void
}

/**
 * Draws the end of a conversation, earlier events on request, and all of them for whoever searches the page.
 *
 * @param threads Oldest first.
 * @param least   Events to draw in any case; there are some that are always drawn.
 */
export function useThreadWindow(threads: readonly Thread[], least = 0): ThreadWindow {
  const [wanted, setWanted] = useState(0)
  const [kept, setKept] = useState<readonly Place[]>([])
  const [wantsAll, setWantsAll] = useState(false)
  const starts = useMemo(
    () => extendBack(kept, Math.max(batch, wanted, least), threads),
    [kept, wanted, least, threads],
  )
  if (starts !== kept) setKept(starts)
  const drawn = useMemo(() => drawnThreads(starts, threads), [starts, threads])
  const hidden = countHidden(starts, threads)

  const count = countEvents(threads) - hidden

  const showEarlier = (events = batch) => setWanted(count + events)
  const showAll = () => setWantsAll(true)
  useFindShortcut(showAll)
  useEffect(() => {
    // One batch after another, each of which waits for what the agent does.
    if (wantsAll && hidden > 0) startTransition(() => setWanted(count + batch))
  }, [wantsAll, hidden, count])
  return { drawn, hidden, showEarlier, showAll }
}
