import { clockTime, pageLocale } from '../lib/dates.ts'

/** Looking for news fails for now and goes on by itself: nothing to do, but to know. */
export function StaleNotice({ time }: { time: number }) {
  return (
    <output className="hint stale-notice">
      Not up to date since {clockTime(time, pageLocale(navigator.languages))}. This page keeps
      trying.
    </output>
  )
}
