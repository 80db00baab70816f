import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { type OpenChats, openChatsAfter, openChatsAround } from './open-chats.ts'
import { chatOf, threadOf } from './testing/test-chats.ts'

const chatAt = (id: string, createdAt: number | undefined, active = true) =>
  chatOf(id, { lastThread: threadOf('T1', { active, createdAt }) })

const added = (after: ReturnType<typeof chatOf>) => ({ before: undefined, after })
const idsOf = (chats: Iterable<{ id: string }>) => [...chats].map(({ id }) => id)

test('chats are open while their threads are, in the order in which those began', () => {
  const chats = fc.array(
    fc.record({
      id: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      chat: fc.option(
        fc.record({ time: fc.option(fc.nat(9), { nil: undefined }), active: fc.boolean() }),
        { nil: undefined },
      ),
    }),
  )
  return checkProperty(
    fc.property(chats, (changes) => {
      const known = new Map<string, ReturnType<typeof chatOf>>()
      let open: OpenChats = []
      for (const { id, chat } of changes) {
        const before = known.get(id)
        const after = chat && chatAt(id, chat.time, chat.active)
        open = openChatsAfter(open, [{ before, after }])
        if (after) known.set(id, after)
        else known.delete(id)
      }
      const expected = [...known.values()]
        .filter(({ lastThread }) => lastThread?.active)
        .toSorted(
          (one, other) =>
            (one.lastThread?.createdAt ?? 0) - (other.lastThread?.createdAt ?? 0) ||
            (one.id < other.id ? -1 : 1),
        )
      expect(open.flat()).toEqual(expected)
    }),
  )
})

test('nothing changes with a chat that is neither open nor was', () => {
  const open = openChatsAfter([], [added(chatAt('A', 1))])
  expect(openChatsAfter(open, [])).toBe(open)
  expect(openChatsAfter(open, [added(chatAt('B', 2, false))])).toBe(open)
  expect(openChatsAfter(open, [{ before: chatAt('B', 2, false), after: undefined }])).toBe(open)
})

const many = openChatsAfter(
  [],
  Array.from({ length: 6_400 }, (_, index) => added(chatAt(`C${index}`, index))),
)

test.each([
  ['everything', [-Infinity, Infinity], 6_400],
  ['the newest', [6_390, Infinity], 64],
  ['the oldest', [-Infinity, 10], 64],
  ['some', [3_000, 3_050], 128],
  ['one moment', [3_000, 3_000], 64],
  ['before all', [-10, -1], 0],
  ['after all', [7_000, 8_000], 0],
] as const)('finds all within a time, and looks at few others: %s', (_, times, atMost) => {
  const found = openChatsAround(many, times)
  const [from, to] = times
  const within = many
    .flat()
    .filter(({ lastThread }) => from <= Number(lastThread?.createdAt))
    .filter(({ lastThread }) => Number(lastThread?.createdAt) <= to)
  expect(idsOf(found)).toEqual(expect.arrayContaining(idsOf(within)))
  expect(found.length).toBeLessThanOrEqual(atMost)
})

test('finds none where nothing is known of the time', () => {
  expect(openChatsAround(many, undefined)).toEqual([])
})
