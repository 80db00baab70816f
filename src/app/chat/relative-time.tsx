import { exactTime, shortTime } from '../lib/dates.ts'

export interface RelativeTimeProps {
  /** Milliseconds since 1970; undefined: not known. */
  at: number | undefined
  now: number
  locale: string
}

/** When the chat of a row was last alive: relative, and exact for whoever points at it. */
export function RelativeTime({ at, now, locale }: RelativeTimeProps) {
  return (
    <div className="chat-time">
      {at !== undefined && (
        <time dateTime={new Date(at).toISOString()} title={exactTime(at, locale)}>
          {shortTime(at, now, locale)}
        </time>
      )}
    </div>
  )
}
