import { exactTime, shortTime } from '../lib/dates.ts'

export interface RelativeTimeProps {
  /** Milliseconds since 1970; undefined: not known. */
  at: number | undefined
  now: number
  locale: string
}

/** The time of a chat's last event: relative, and exact in the tooltip. */
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
