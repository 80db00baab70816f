import { expect, test } from 'vitest'
import { filterOfSearch, readSearch, writeSearch } from './archive-search.ts'

const everything = {
  q: 'wet tent',
  from: '2026-01-02',
  to: '2026-01-03',
  agent: 'agent@example.com',
  tag: 'returns',
  group: '0',
}

test('a search is the same after being written to the URL and read back', () => {
  expect(readSearch(writeSearch(everything))).toEqual(everything)
  expect(writeSearch(readSearch(new URLSearchParams())).toString()).toBe('')
})

test('invalid values in the URL are ignored', () => {
  const read = readSearch(new URLSearchParams('from=yesterday&to=2026-99-99&group=x'))
  expect(filterOfSearch(read)).toEqual({})
})

test.each(['2026-01-02T10:00', '+002026-01-02', '2026-1-2'])('%s is no day', (from) => {
  expect(readSearch(new URLSearchParams({ from })).from).toBe('')
})

test('a group is a whole number', () => {
  const group = (text: string) => readSearch(new URLSearchParams({ group: text })).group
  expect(group('12')).toBe('12')
  for (const wrong of ['x1', '1x', '1e9', '-1', '1234567890']) expect(group(wrong)).toBe('')
})

test('blanks around a value in the URL do not count', () => {
  const { q, group } = readSearch(new URLSearchParams({ q: ' wet tent\n', group: ' 7 ' }))
  expect({ q, group }).toEqual({ q: 'wet tent', group: '7' })
})

test('the period includes both days, from the first moment to the last', () => {
  const { from = 0, to = 0, ...rest } = filterOfSearch(everything)
  expect(new Date(from).toString()).toContain('Jan 02 2026 00:00:00')
  expect(new Date(to).toString()).toContain('Jan 03 2026 23:59:59')
  expect(rest).toEqual({
    query: 'wet tent',
    agents: ['agent@example.com'],
    tags: ['returns'],
    groupIds: [0],
  })
})
