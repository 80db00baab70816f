const second = 1000
const minute = 60 * second

/** How finely the time left is told: by the second throughout, or only in the last two minutes. */
export type Pace = 'seconds' | 'minutes'

/**
 * How long to wait until a display of the time left must change.
 *
 * @param left Milliseconds left.
 */
export function untilNextTick(left: number, pace: Pace): number {
  const step = pace === 'minutes' && left > 2 * minute ? minute : second
  return left % step || step
}
