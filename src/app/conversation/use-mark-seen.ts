import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ChatDetails } from '../../agent-chat/index.ts'
import { isTransient } from '../../react/inbox/inbox-internal.ts'
import { useAgentChat } from '../../react/inbox/index.ts'
import { isMe } from '../chat/participants.ts'

/** Milliseconds until a request that failed is sent again. */
const retryAfter = 5_000

/**
 * Tells LiveChat what the agent has seen, once the end of the conversation is in view on a visible page.
 *
 * @param end The element below the last event.
 */
export function useMarkSeen(
  end: RefObject<HTMLElement | null>,
  chat: ChatDetails | undefined,
  myId: string | undefined,
  onMarked: () => void,
): void {
  const agentChat = useAgentChat()
  const marked = useRef(0)
  const [attempt, setAttempt] = useState(0)
  const me = chat?.users.find((user) => user.type === 'agent' && isMe(user, myId))
  const newest = chat?.thread?.events.findLast((event) => event.createdAt > 0)?.createdAt ?? 0
  const unseen = me !== undefined && newest > (me.seenUpTo ?? 0)

  const mark = useEffectEvent(async ({ id }: ChatDetails) => {
    if (marked.current >= newest || document.visibilityState !== 'visible') return
    const before = marked.current
    marked.current = newest
    try {
      await agentChat.markEventsAsSeen({ chatId: id, seenUpTo: newest })
      onMarked()
    } catch (error) {
      // The agent did not ask for it, so an error is not shown.
      if (!(error instanceof Error && isTransient(error))) return
      marked.current = before
      setTimeout(() => setAttempt((made) => made + 1), retryAfter)
    }
  })
  useEffect(() => {
    void attempt
    if (!chat || !unseen || !end.current) return
    let inView = false
    const observer = new IntersectionObserver(([entry]) => {
      inView = entry?.isIntersecting ?? false
      if (inView && newest > 0) void mark(chat)
    })
    const onVisible = () => {
      if (inView) void mark(chat)
    }
    observer.observe(end.current)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [unseen, newest, chat, end, attempt])
}
