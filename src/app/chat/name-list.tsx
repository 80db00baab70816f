import { truncate } from '../lib/truncate.ts'
import { withKeys } from '../lib/with-keys.ts'

export interface NameListProps {
  names: readonly string[]
  locale: string
}

/** 'Ada, Jamie, and Tom', as the locale writes it; each name keeps its own direction. */
export function NameList({ names, locale }: NameListProps) {
  const parts = new Intl.ListFormat(locale).formatToParts(names)
  return withKeys(parts, ({ value }) => value).map(([key, { type, value }]) =>
    type === 'element' ? (
      <bdi key={key}>{truncate(value, 80)}</bdi>
    ) : (
      <span key={key}>{value}</span>
    ),
  )
}
