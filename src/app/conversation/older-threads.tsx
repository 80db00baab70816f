import { useRef } from 'react'
import { eventsPerPage } from '../../react/inbox/inbox-internal.ts'
import type { ConversationResult } from '../../react/inbox/index.ts'
import { chatText } from '../chat/chat-text.ts'
import { drawingDistance } from '../chat/earlier-messages.tsx'
import type { ThreadWindow } from '../chat/use-thread-window.ts'
import { useNearViewport } from '../lib/use-near-viewport.ts'
import { Button } from '../ui/button.tsx'
import { conversationText } from './conversation-text.ts'

/** Pixels above what is in view that are loaded ahead, so that a page is there before the reader is. */
const loadingDistance = 3000

export interface OlderThreadsProps {
  conversation: ConversationResult
  threadWindow: ThreadWindow
}

/** The top of a conversation: earlier messages, then older threads, which come as the agent scrolls near, or its start. */
export function OlderThreads({ conversation, threadWindow }: OlderThreadsProps) {
  const { chat, threads, hasOlder, isLoadingOlder, failedAtOlder } = conversation
  const { hidden, showEarlier, showAll } = threadWindow
  const isWhole = hidden === 0
  const top = useRef<HTMLDivElement>(null)
  const canLoad = hasOlder && !isLoadingOlder && !failedAtOlder
  const loadOlder = () => {
    showEarlier(eventsPerPage)
    conversation.loadOlder()
  }
  useNearViewport(top, !isWhole, () => showEarlier(), drawingDistance, hidden)
  useNearViewport(top, isWhole && canLoad, loadOlder, loadingDistance)

  return (
    <div ref={top} className="older" data-unanchored>
      {!isWhole || failedAtOlder || hasOlder ? (
        <Button
          size="compact"
          busy={isWhole && isLoadingOlder}
          onClick={isWhole ? loadOlder : showAll}
        >
          {isWhole ? olderLabel(failedAtOlder, isLoadingOlder) : chatText().showEarlier}
        </Button>
      ) : (
        chat &&
        threads.length > 0 &&
        !isLoadingOlder && <p className="hint">{conversationText().conversationStart}</p>
      )}
    </div>
  )
}

function olderLabel(failed: boolean, loading: boolean): string {
  const text = conversationText()
  if (loading) return text.loadingOlder
  return failed ? text.olderNotLoaded : text.loadOlder
}
