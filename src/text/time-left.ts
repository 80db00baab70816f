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

/** How long a session still lasts: hours and minutes, at the end minutes and seconds. */
export function describeTimeLeft(left: number): string {
  if (left > 2 * minute) {
    const minutes = Math.ceil(left / minute)
    return unit(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
  }
  const seconds = Math.ceil(left / 1000)
  return unit(Math.floor(seconds / 60), 'min', seconds % 60, 's')
}

function unit(large: number, largeUnit: string, small: number, smallUnit: string): string {
  if (large === 0) return `${small} ${smallUnit}`
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
}
