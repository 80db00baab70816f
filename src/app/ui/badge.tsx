import { Tag, type TagProps } from '@livechat/design-system-react-components'
import type { ReactNode } from 'react'

export interface BadgeProps {
  kind: 'waiting' | 'active' | 'queued' | 'closed' | 'good' | 'bad' | 'current' | 'tag' | 'draft'
  children: ReactNode
}

const looks: Record<BadgeProps['kind'], Pick<TagProps, 'kind' | 'outline'>> = {
  waiting: { kind: 'info' },
  active: { kind: 'success' },
  queued: { kind: 'warning' },
  closed: { kind: 'default' },
  good: { kind: 'success', outline: true },
  bad: { kind: 'error', outline: true },
  current: { kind: 'success' },
  draft: { kind: 'warning', outline: true },
  tag: { kind: 'gray', outline: true },
}

/** A short label in one of LiveChat's colours. */
export function Badge({ kind, children }: BadgeProps) {
  return (
    <Tag className="badge" data-kind={kind} size="small" {...looks[kind]}>
      {children}
    </Tag>
  )
}
