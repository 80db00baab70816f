import { expect, test } from 'vitest'
import { tableIn, tableOf, withTable } from './table.ts'

test('a line says what each did, and how many times the floor that is', () => {
  const samples = { floor: [10, 20, 30], app: [20, 30, 90] }
  const table = tableOf([{ work: 'click', unit: 'ms', floor: 'floor', samples, goal: '≤ 2' }])
  expect(table.slice(2)).toEqual([
    '| click | floor | 20 (15–25) ms |  | ≤ 2 |',
    '|  | app | 30 (25–60) ms | 2.00 (1.75–2.50) |  |',
  ])
})

test('small figures have a digit after the point, and a single one has no quartiles', () => {
  const samples = { core: [9.84], poll: [1, 2, 4], key: [9.96, 9.97, 9.98] }
  expect(tableOf([{ work: 'cost', unit: 'KB', samples, goal: '' }]).slice(2)).toEqual([
    '| cost | core | 9.8 KB |  |  |',
    '|  | poll | 2.0 (1.5–3.0) KB |  |  |',
    '|  | key | 10 (10–10) KB |  |  |',
  ])
})

const document = `# Times

## The list

Above it.

| old |
| --- |
| $& |

Below it.

## The end

| its own |
`

test('a table replaces the one under its heading and leaves all else as it is', () => {
  expect(withTable(document, 'The list', ['| new |', '| $& |'])).toBe(
    document.replace(/\| old(.|\n)*\$& \|/, () => '| new |\n| $& |'),
  )
})

test('the table under a heading can be read', () => {
  expect(tableIn(document, 'The list')).toEqual(['| old |', '| --- |', '| $& |'])
  expect(tableIn(document, 'The end')).toEqual(['| its own |'])
})

test('a heading without a table is an error', () => {
  expect(() => withTable(document.replace(/\| old(.|\n)*\$& \|\n/, ''), 'The list', [])).toThrow(
    'no table under The list',
  )
  expect(() => withTable(document, 'Elsewhere', [])).toThrow('no table under Elsewhere')
})
