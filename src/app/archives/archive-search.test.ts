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
