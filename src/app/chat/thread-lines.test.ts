import { expect, test } from 'vitest'
import type { ChatEvent } from '../../agent-chat/index.ts'
import { threadLines } from './thread-lines.ts'

const noon = new Date(2026, 0, 2, 12).getTime()
const minute = 60_000

function message(id: string, createdAt: number, authorId?: string, agentsOnly = false): ChatEvent {
  return { type: 'message', text: id, id, createdAt, authorId, customId: undefined, agentsOnly }
}

const drawn = (events: ChatEvent[]) =>
  threadLines(events).map((line) =>
    line.kind === 'event' ? `${line.event.id}${line.showsAuthor ? ' by name' : ''}` : line.kind,
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
  expect(drawn([message('a', 0, 'C'), message('b', noon, 'C')])).toEqual([
    'a by name',
    'day',
    'b by name',
  ])
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

test('after a pause of five minutes a speaker is named again', () => {
  const words = (pause: number) => drawn([message('a', noon, 'C'), message('b', noon + pause, 'C')])
  expect(words(5 * minute - 1)).toEqual(['day', 'a by name', 'b'])
  expect(words(5 * minute)).toEqual(['day', 'a by name', 'b by name'])
})

test('messages whose author is unknown belong together', () => {
  expect(drawn([message('a', noon), message('b', noon)])).toEqual(['day', 'a by name', 'b'])
})

test.each<ChatEvent>([
  { ...message('x', noon, 'A'), type: 'system_message', text: 'Ada joined', systemType: '' },
  { ...message('x', noon, 'A'), type: 'system', source: 'messaging', subtype: 'summary' },
  { ...message('x', noon, 'A'), type: 'custom' },
  { ...message('x', noon, 'A'), type: 'deleted', wasType: 'message' },
])('who caused an event of type $type is named with the message that follows', (event) => {
  expect(drawn([event, message('a', noon, 'A')]).at(-1)).toBe('a by name')
})

test('each line has a key of its own', () => {
  const midnight = new Date(2026, 0, 3).getTime()
  const lines = threadLines([message('a', midnight - 1, 'C'), message('b', midnight, 'C')])
  expect(new Set(lines.map(({ key }) => key)).size).toBe(4)
})

test('a part of a thread has the lines it has in the whole', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const events = ids.map((id, index) => message(id, noon + index * minute, 'C'))
  expect(threadLines(events, 1, 4)).toEqual(threadLines(events).slice(2, 5))
})
