import { expect, test } from 'vitest'
import {
  clockTime,
  countdown,
  dateAndTime,
  describeDay,
  exactTime,
  fullDate,
  shortTime,
} from './dates.ts'

const at = (text: string) => new Date(text).getTime()
const now = at('2026-11-20T15:00:00')

test.each([
  ['2026-11-20T14:59:30', 'now'],
  ['2026-11-20T15:00:00', 'now'],
  ['2026-11-20T15:00:20', 'now'],
  ['2026-11-20T15:02:00', 'now'],
  ['2026-11-20T15:59:00', 'now'],
  ['2026-11-20T16:00:00', '20 Nov'],
  ['2026-11-20T14:59:00', '1 min'],
  ['2026-11-20T14:58:59', '1 min'],
  ['2026-11-20T14:01:00', '59 mins'],
  ['2026-11-20T14:00:00', '1 hr'],
  ['2026-11-20T00:30:00', '14 hrs'],
  ['2026-11-19T23:59:00', 'yesterday'],
  ['2026-11-19T00:00:00', 'yesterday'],
  ['2026-11-18T23:59:00', 'Wednesday'],
  ['2026-11-13T12:00:00', '13 Nov'],
  ['2025-11-20T12:00:00', '20 Nov 2025'],
  ['2026-11-21T12:00:00', '21 Nov'],
])('%s was %s', (then, words) => {
  expect(shortTime(at(then), now, 'en-GB')).toBe(words)
})

test('shortly after midnight an hour ago is still an hour ago', () => {
  expect(shortTime(at('2026-11-19T22:30:00'), at('2026-11-20T00:15:00'), 'en-GB')).toBe('1 hr')
})

test('six hours ago on the day before is yesterday', () => {
  const early = at('2026-11-20T03:00:00')
  expect(shortTime(at('2026-11-19T21:01:00'), early, 'en-GB')).toBe('5 hrs')
  expect(shortTime(at('2026-11-19T21:00:00'), early, 'en-GB')).toBe('yesterday')
})

test('the exact time names the day, the date and the minute', () => {
  expect(exactTime(now, 'en-GB')).toMatch(/Friday.* 20 November 2026.* 15:00/)
})

test('a date has its month in words, shorter beside its time', () => {
  expect(fullDate(now, 'en-GB')).toBe('20 November 2026')
  expect(dateAndTime(now, 'en-GB')).toBe('20 Nov 2026, 15:00')
})

test('relative times are in the language of the locale', () => {
  const ago = (minutes: number, locale: string) => shortTime(now - minutes * 60_000, now, locale)
  expect([ago(0, 'de'), ago(5, 'de'), ago(120, 'pl')]).toEqual(['jetzt', '5 Min.', '2 godz.'])
  expect(describeDay(at('2026-11-19T12:00:00'), now, 'fr')).toBe('Hier')
})

test('the time of day can be shown for another time zone', () => {
  const noon = Date.UTC(2026, 10, 20, 12, 5)
  expect(clockTime(noon, 'en-GB', 'UTC')).toBe('12:05')
  expect(clockTime(noon, 'en-GB', 'Europe/Warsaw')).toBe('13:05')
})

test('with a slow clock, what just happened is still today', () => {
  expect(describeDay(at('2026-11-21T00:10:00'), at('2026-11-20T23:50:00'), 'en-GB')).toBe('Today')
  expect(describeDay(at('2026-11-21T00:10:00'), at('2026-11-20T22:50:00'), 'en-GB')).toBe('21 Nov')
})

test('a day is today, yesterday, or its date', () => {
  expect(describeDay(at('2026-11-20T00:00:01'), now, 'en-GB')).toBe('Today')
  expect(describeDay(at('2026-11-19T23:59:59'), now, 'en-GB')).toBe('Yesterday')
  expect(describeDay(at('2026-11-18T12:00:00'), now, 'en-GB')).toBe('18 Nov')
})

test.each([
  [8 * 3_600_000, '8:00:00'],
  [3_600_000 - 1, '1:00:00'],
  [754_000, '12:34'],
  [4_001, '0:05'],
  [0, '0:00'],
])('%i ms left are shown as %s', (left, clock) => {
  expect(countdown(left)).toBe(clock)
})
