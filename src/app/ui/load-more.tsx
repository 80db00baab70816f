import type { Ref } from 'react'
import { Button } from './button.tsx'
import { uiText } from './ui-text.ts'

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
          {busy ? uiText().loadingMore : uiText().loadMore}
        </Button>
      ) : (
        <p className="hint">{uiText().noMore}</p>
      )}
    </div>
  )
}
