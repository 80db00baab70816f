import { expect, test, vi } from 'vitest'
import { writeJson } from './write-json.ts'

const text = (answer: object) => new TextDecoder().decode(writeJson(answer))

test.each([
  {},
  { a: 1, 'b"': 'ż\u2028', c: undefined, d: null },
  { list: [], others: [1, undefined, { deep: [Object.freeze({ x: '"' })] }, Object.freeze(['y'])] },
])('%j is written as by JSON.stringify', (answer) => {
  expect(text(answer)).toBe(JSON.stringify(answer))
  expect(text([answer, []])).toBe(JSON.stringify([answer, []]))
})

test('what cannot change is written once', () => {
  const chat = { id: 'A', toJSON: vi.fn(() => ({ id: 'A' })) }
  for (const answer of [{ chats: [Object.freeze(chat)] }, { chats: [chat], found: 1 }]) text(answer)
  expect(chat.toJSON).toHaveBeenCalledTimes(1)
  const changing = { id: 'B' }
  text({ chats: [changing] })
  changing.id = 'C'
  expect(text({ chats: [changing] })).toBe('{"chats":[{"id":"C"}]}')
})
