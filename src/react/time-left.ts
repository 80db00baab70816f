const second = 1000
const minute = 60 * second

/** How precisely the time left is shown: to the second throughout, or only in the last two minutes. */
export type Precision = 'seconds' | 'minutes'

/**
 * Computes how long a display of the time left stays right, in milliseconds.
 *
 * @param left Milliseconds left.
 */
export function untilNextTick(left: number, precision: Precision): number {
  const step = precision === 'minutes' && left > 2 * minute ? minute : second
  return left % step || step
}
