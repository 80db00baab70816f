import { capitalize } from '../../text/index.ts'
import { formatNumber } from './format-number.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How long ago something was, short enough for a list: 'now', '5 min', '3 hr', 'yesterday', then the date.
 * Less than an hour ahead is 'now' as well: this computer's clock is slow.
 *
 * @param then Milliseconds since 1970.
 * @param now  Likewise.
 */
export function shortTime(then: number, now: number, locale: string): string {
  const ago = now - then
  if (isJustAhead(then, now)) return relative(0, 'second', locale)
  if (ago < 0) return dateOf(then, now, locale)
  if (ago < minute) return relative(0, 'second', locale)
  if (ago < hour) return amount(Math.floor(ago / minute), 'minute', locale)
  const days = calendarDaysBetween(then, now)
  if (days === 0 || ago < 6 * hour) return amount(Math.floor(ago / hour), 'hour', locale)
  if (days === 1) return relative(-1, 'day', locale)
  if (days < 7) return formatOf(locale, { weekday: 'long' }).format(then)
  return dateOf(then, now, locale)
}

/** Date and time in full, for a tooltip. */
export function exactTime(then: number, locale: string): string {
  return formatOf(locale, { dateStyle: 'full', timeStyle: 'short' }).format(then)
}

/** The date alone. */
export function fullDate(then: number, locale: string): string {
  return formatOf(locale, { dateStyle: 'long' }).format(then)
}

/** Date and time, as short as a table needs them. */
export function dateAndTime(then: number, locale: string): string {
  return formatOf(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(then)
}

/** The time of day, '14:05' or '2:05 PM'. */
export function clockTime(then: number, locale: string, timeZone?: string): string {
  return formatOf(locale, { timeStyle: 'short', ...(timeZone && { timeZone }) }).format(then)
}

/** 'Today', 'Yesterday', then the date. */
export function describeDay(then: number, now: number, locale: string): string {
  const days = calendarDaysBetween(then, now)
  if (days === 0 || isJustAhead(then, now)) return capitalize(relative(0, 'day', locale))
  if (days === 1) return capitalize(relative(-1, 'day', locale))
  return dateOf(then, now, locale)
}

/** 'now', 'today', 'yesterday'. */
function relative(value: number, unit: 'second' | 'day', locale: string): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(value, unit)
}

/** '5 min', '3 hr'. */
function amount(value: number, unit: 'minute' | 'hour', locale: string): string {
  return formatNumber(value, locale, { style: 'unit', unit })
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats by name: creating one takes far longer than using it, and each row of a list uses two. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(locale, options)
  formats.set(key, format)
  return format
}

function dateOf(then: number, now: number, locale: string): string {
  const sameYear = new Date(then).getFullYear() === new Date(now).getFullYear()
  return formatOf(locale, {
    day: 'numeric',
    month: 'short',
    ...(!sameYear && { year: 'numeric' }),
  }).format(then)
}

/** So little ahead that the clock of this computer must be slow. */
function isJustAhead(then: number, now: number): boolean {
  return then > now && then - now < hour
}

function calendarDaysBetween(then: number, now: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0)
  return Math.round((midnight(now) - midnight(then)) / day)
}

/**
 * How long a session still lasts, as a clock that runs down: '7:59:03', '0:42'.
 *
 * @param left Milliseconds.
 */
export function countdown(left: number): string {
  const seconds = Math.ceil(left / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = two(seconds % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}
