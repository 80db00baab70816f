const second = 1000
const minute = 60 * second

/**
 * How long to wait until a display of the time left must change: every minute, every second in the last two.
 *
 * @param left Milliseconds left.
 */
export function untilNextTick(left: number): number {
  const step = left > 2 * minute ? minute : second
  return left % step || step
}
