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

/**
 * Says how long a session still lasts: hours and minutes, at the end minutes and seconds.
 *
 * @param left   Milliseconds left.
 * @param locale As `Intl` takes it.
 */
export function describeTimeLeft(left: number, locale = 'en'): string {
  const isLong = left > 2 * minute
  const units = isLong ? ['hour', 'minute'] : ['minute', 'second']
  const count = Math.ceil(left / (isLong ? minute : second))
  const counts = [Math.floor(count / 60), count % 60]
  const parts = units.map((unit, index) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(
      counts[index] ?? 0,
    ),
  )
  const shown = parts.filter((_, index) => counts[index] || (index === 1 && count === 0))
  return new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format(shown)
}
