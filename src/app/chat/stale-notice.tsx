import { clockTime, pageLocale } from '../lib/dates.ts'

/** Looking for news fails for now and goes on by itself: nothing to do, but to know. */
export function OldSince({ time }: { time: number }) {
  return (
    <output className="hint old-since">
      Not up to date since {clockTime(time, pageLocale(navigator.languages))}. This page keeps
      trying.
    </output>
  )
}
