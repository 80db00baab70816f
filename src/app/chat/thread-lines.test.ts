import { expect, test } from 'vitest'
import type { ChatEvent } from '../../agent-chat/index.ts'
import { threadLines } from './thread-lines.ts'

const noon = new Date(2026, 0, 2, 12).getTime()
const minute = 60_000

function message(id: string, createdAt: number, authorId: string, agentsOnly = false): ChatEvent {
  return { type: 'message', text: id, id, createdAt, authorId, customId: undefined, agentsOnly }
}

const drawn = (events: ChatEvent[]) =>
  threadLines(events).map((line) =>
    line.kind === 'day' ? 'day' : `${line.event.id}${line.showsAuthor ? ' by name' : ''}`,
  )

test('a speaker is named once, until a pause, another speaker, or a note', () => {
  expect(
    drawn([
      message('a', noon, 'C'),
      message('b', noon + minute, 'C'),
      message('c', noon + 2 * minute, 'A'),
      message('d', noon + 3 * minute, 'A', true),
      message('e', noon + 20 * minute, 'A', true),
    ]),
  ).toEqual(['day', 'a by name', 'b', 'c by name', 'd by name', 'e by name'])
})

test('each day starts with its date, and then everybody is named again', () => {
  const midnight = new Date(2026, 0, 3).getTime()
  expect(drawn([message('a', midnight - 1, 'C'), message('b', midnight, 'C')])).toEqual([
    'day',
    'a by name',
    'day',
    'b by name',
  ])
})

test('an event without a time adds no date of 1970', () => {
  expect(drawn([message('a', 0, 'C')])).toEqual(['a by name'])
})

test('an event without a time stays in its day and with who speaks', () => {
  expect(
    drawn([
      message('a', noon, 'C'),
      message('b', 0, 'C'),
      message('c', noon + minute, 'C'),
      message('d', 0, 'A'),
      message('e', noon + 2 * minute, 'A'),
    ]),
  ).toEqual(['day', 'a by name', 'b', 'c', 'd by name', 'e'])
})

test('an agent whose id comes in upper and lower case is one speaker', () => {
  expect(
    drawn([message('a', noon, 'Ada@example.com'), message('b', noon, 'ada@example.com')]),
  ).toEqual(['day', 'a by name', 'b'])
})
