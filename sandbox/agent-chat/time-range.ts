import * as v from 'valibot'
import { fromWireTime } from '../model/wire-time.ts'

/** A time as LiveChat writes it; kept as text, so that it fits in a `page_id`. */
export const wireTime = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(fromWireTime(text)), 'must be a date and time of RFC 3339'),
)

export interface TimeRange {
  from?: string | undefined
  to?: string | undefined
}

/** Tells whether a time is in a range, both ends included. */
export function isWithin({ from, to }: TimeRange): (time: number) => boolean {
  const start = from === undefined ? Number.NEGATIVE_INFINITY : fromWireTime(from)
  const end = to === undefined ? Number.POSITIVE_INFINITY : fromWireTime(to)
  return (time) => start <= time && time <= end
}
