import type { Ref } from 'react'
import { Button } from './button.tsx'

export interface LoadMoreProps {
  hasMore: boolean
  busy: boolean
  onMore: () => void
  ref?: Ref<HTMLDivElement>
}

/** The end of a list: a button for more, or that there are no more. */
export function LoadMore({ hasMore, busy, onMore, ref }: LoadMoreProps) {
  return (
    <div ref={ref} className="list-end">
      {hasMore ? (
        <Button busy={busy} onClick={onMore}>
          {busy ? 'Loading more…' : 'Load more'}
        </Button>
      ) : (
        <p className="hint">No more chats</p>
      )}
    </div>
  )
}
