import { Tag, type TagProps } from '@livechat/design-system-react-components'
import type { ReactNode } from 'react'
import type { Rating, Standing } from '../chat/chat-status.ts'

export interface MarkProps {
  kind: Standing['kind'] | Rating['kind'] | 'current' | 'tag'
  children: ReactNode
}

const looks: Record<MarkProps['kind'], Pick<TagProps, 'kind' | 'outline'>> = {
  waiting: { kind: 'info' },
  active: { kind: 'success' },
  queued: { kind: 'warning' },
  closed: { kind: 'default' },
  good: { kind: 'success', outline: true },
  bad: { kind: 'error', outline: true },
  current: { kind: 'success' },
  tag: { kind: 'gray', outline: true },
}

/** A word or two on something, in LiveChat's colours for it. */
export function Mark({ kind, children }: MarkProps) {
  return (
    <Tag className="mark" size="small" {...looks[kind]}>
      {children}
    </Tag>
  )
}
