import { useEffect, useState } from 'react'
import { type SneakPeek, type Typing, typingAt } from '../../inbox/index.ts'
import { useInbox } from './inbox-provider.tsx'
import { useIsLive } from './live/use-live-status.ts'

/** What is being written in a chat now. */
export interface WritingNow {
  /** Agents and bots. */
  typing: readonly Typing[]
  /** What the customer has written and not sent. */
  sneakPeek: SneakPeek | undefined
}

/** What is being written in a chat; an agent who is no longer said to type stops after a while. */
export function useTyping(chatId: string): WritingNow {
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
