import { expect, test, vi } from 'vitest'
import type { Inbox } from '../inbox/inbox.ts'
import { createRandom } from '../lib/seeded-random.ts'
import { createWorld } from '../world/create-world.ts'
import { simulateCustomers, simulateStep } from './simulate-customers.ts'

const noon = Date.parse('2026-03-20T12:00:00Z')

function simulate(ticks: number, seed: number): Inbox {
  const [inbox] = createWorld({ realNow: () => noon }).inboxes.values()
  if (!inbox) throw new Error('The seed has no organization')
  const random = createRandom(seed)
  for (let tick = 1; tick <= ticks; tick++) simulateStep(inbox, noon + tick * 1000, random)
  return inbox
}

const snapshot = (inbox: Inbox) => inbox.index.all().map(({ id }) => inbox.read(id))

test('the same seed gives the same customers, writing the same messages', () => {
  expect(snapshot(simulate(60, 5))).toEqual(snapshot(simulate(60, 5)))
  expect(snapshot(simulate(60, 5))).not.toEqual(snapshot(simulate(60, 6)))
})

test('customers come back, write and leave, and every chat stays consistent', () => {
  const before = simulate(0, 5)
  const after = simulate(300, 5)
  const count = (inbox: Inbox) => {
    const chats = snapshot(inbox).filter((chat) => chat !== undefined)
    const threads = chats.flatMap(({ threads }) => threads)
    return { threads: threads.length, events: threads.flatMap(({ events }) => events).length }
  }
  expect(count(after).threads).toBeGreaterThan(count(before).threads)
  expect(count(after).events).toBeGreaterThan(count(before).events + 100)
  const left = before.index.all().filter(({ id, active }) => active && !after.entry(id)?.active)
  expect(left.length).toBeGreaterThan(0)
  for (const chat of snapshot(after)) {
    const moments = chat?.threads.flatMap((thread) => [
      thread.created_at,
      ...thread.events.map(({ created_at }) => created_at),
    ])
    expect(moments).toEqual(moments?.toSorted())
    expect(chat?.threads.slice(0, -1).some(({ active }) => active)).toBe(false)
  }
  const positions = after.index.all().flatMap(({ id, groupIds }) => {
    const position = after.queuePosition(id)
    return position === undefined ? [] : [`${groupIds[0]}:${position}`]
  })
  expect(new Set(positions).size).toBe(positions.length)
})

test('the simulation goes on by the clock until it is stopped', () => {
  vi.useFakeTimers()
  try {
    const world = createWorld({ realNow: () => noon })
    const inboxes = () => [...world.inboxes.values()].map(snapshot)
    const stop = simulateCustomers(world, { every: 1000, seed: 5 })
    const still = inboxes()
    vi.advanceTimersByTime(20_000)
    const moved = inboxes()
    expect(moved).not.toEqual(still)
    stop()
    vi.advanceTimersByTime(20_000)
    expect(inboxes()).toEqual(moved)
  } finally {
    vi.useRealTimers()
  }
})
