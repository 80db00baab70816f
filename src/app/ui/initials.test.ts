import { expect, test } from 'vitest'
import { initials, steadyNumber } from './initials.ts'

test.each([
  ['Ada Lovelace', 'AL'],
  ['Zoë', 'Z'],
  ['maria del carmen lópez', 'ML'],
  ['thomas.anderson@example.com', 'TA'],
  ['李小龍', '李'],
  ['👩‍🚀 Sally', '👩‍🚀S'],
  ['(Bob) "Bobby" Tables', 'BT'],
  ['مريم حداد', 'مح'],
  ['---', ''],
  ['', ''],
])('%s is shown as %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})

test('the same id always gets the same number, within bounds', () => {
  expect(steadyNumber('b7eff798', 8)).toBe(steadyNumber('b7eff798', 8))
  const numbers = Array.from({ length: 500 }, (_, index) => steadyNumber(`customer ${index}`, 8))
  expect(new Set(numbers)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]))
})
