import { expect, test } from 'vitest'
import { initials, steadyNumber } from './initials.ts'

test.each([
  ['Ada Lovelace', 'AL'],
  ['. Ada Lovelace -', 'AL'],
  ['Zoë', 'Z'],
  ['maria del carmen lópez', 'ML'],
  ['thomas.anderson@example.com', 'TA'],
  ['李小龍', '李'],
  ['👩‍🚀 Sally', '👩‍🚀S'],
  ['(Bob) "Bobby" Tables', 'BT'],
  ['مريم حداد', 'مح'],
  ['e\u0301mile zola', 'E\u0301Z'],
  ['क्षमा शर्मा', 'क्षश'],
  ['நிலா', 'நி'],
  ['👍🏽 👨‍👩‍👧', '👍🏽👨‍👩‍👧'],
  ['🇵🇱 Polska', '🇵🇱P'],
  ['#️⃣', ''],
  ['ßenbach', 'ß'],
  ['ﬁona', 'ﬁ'],
  ['ŉ', 'ŉ'],
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

test('a long name is not cut within a letter', () => {
  expect(initials(`${'x'.repeat(76)} 👩‍🚀`)).toBe('X')
})
