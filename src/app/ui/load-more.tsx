import type { Ref } from 'react'
import { Button } from './button.tsx'

export interface MoreOrAllProps {
  hasMore: boolean
  busy: boolean
  online: boolean
  onMore: () => void
  ref?: Ref<HTMLDivElement>
}

/** What follows the last of a list: more, or that these are all. */
export function MoreOrAll({ hasMore, busy, online, onMore, ref }: MoreOrAllProps) {
  return (
    <div ref={ref} className="list-end">
      {hasMore ? (
        <Button busy={busy} disabled={!online} onClick={onMore}>
          {busy ? 'Loading more…' : 'Load more'}
        </Button>
      ) : (
        <p className="hint">These are all.</p>
      )}
    </div>
  )
}
