import { useEffect, useState } from 'react'
import { type SneakPeek, type Typing, typingAt } from '../../inbox/index.ts'
import { useInbox } from './inbox-provider.tsx'
import { useIsLive } from './live/use-live-status.ts'

/** What {@link useTyping} returns. */
export interface TypingResult {
  /** Agents and bots. */
  typing: readonly Typing[]
  /** What the customer has written and not sent. Not to be kept. */
  sneakPeek: SneakPeek | undefined
}

/**
 * Gets what is being written in a chat now. Whoever is no longer said to type stops after ten seconds; nothing is told while the
 * page is not connected.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useTyping(chatId: string): TypingResult {
  const isLive = useIsLive()
  // What was being written when the connection was lost is over without a word.
  const writing = useInbox((inbox) => (isLive ? inbox.writing.get(chatId) : undefined))
  const [now, setNow] = useState(Date.now)
  const typing = typingAt(writing, now)
  const until = Math.min(...typing.map((one) => one.until))
  useEffect(() => {
    if (until === Number.POSITIVE_INFINITY) return
    const timer = setTimeout(() => setNow(Date.now()), until - Date.now())
    return () => clearTimeout(timer)
  }, [until])
  return { typing, sneakPeek: writing?.sneakPeek }
}
