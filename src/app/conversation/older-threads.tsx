import { useRef } from 'react'
import { useNearViewport } from '../lib/use-near-viewport.ts'
import { Button } from '../ui/button.tsx'
import type { Conversation } from './use-conversation.ts'

/** Pixels above what is in view that are loaded ahead, so that a page is there before the reader is. */
const loadingDistance = 3000

/** The top of a conversation: older threads, which load as the agent scrolls near, or its start. */
export function OlderThreads(props: Conversation) {
  const { chat, threads, hasOlder, isLoadingOlder, failedAtOlder, loadOlder } = props
  const top = useRef<HTMLDivElement>(null)
  const canLoad = hasOlder && !isLoadingOlder && !failedAtOlder
  useNearViewport(top, canLoad, loadOlder, loadingDistance)

  return (
    <div ref={top} className="older">
      {failedAtOlder || hasOlder ? (
        <Button size="compact" busy={isLoadingOlder} onClick={loadOlder}>
          {olderLabel(failedAtOlder, isLoadingOlder)}
        </Button>
      ) : (
        chat && threads.length > 0 && <p className="hint">Start of conversation</p>
      )}
    </div>
  )
}

function olderLabel(failed: boolean, loading: boolean): string {
  if (loading) return 'Loading older chats…'
  return failed ? 'Couldn’t load older chats. Try again' : 'Load older chats'
}
