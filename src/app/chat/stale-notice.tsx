import { clockTime, pageLocale } from '../lib/dates.ts'

/** The notice that polling fails for now, and since when the chats are old; polling goes on by itself. */
export function StaleNotice({ time }: { time: number }) {
  return (
    <output className="hint stale-notice">
      {`Last updated at ${clockTime(time, pageLocale(navigator.languages))}. Reconnecting…`}
    </output>
  )
}
