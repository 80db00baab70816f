import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PushFault } from '../world/world.ts'
import { createTestRtm, names } from './test-rtm.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const ada = 'agent@example.com'

/** Pushes of three changes of routing status, with a fault set before them. */
function start(fault: Partial<PushFault>) {
  const { agent, world, inbox } = createTestRtm({ chats: 3 })
  const { frames, pushes, ...rest } = agent(ada, {}, ['chats--access:ro'])
  world.pushFaults.push({ times: 1, ...fault })
  const statuses = ['not_accepting_chats', 'offline', 'accepting_chats'] as const
  for (const status of statuses) inbox.setRoutingStatus(ada, status)
  const seen = () => pushes().map(({ payload }) => payload?.status)
  return { ...rest, world, inbox, frames, pushes, seen }
}

test('a push is delayed, and overtaken', () => {
  const { seen } = start({ delay: 500 })
  expect(seen()).toEqual(['offline', 'accepting_chats'])
  vi.advanceTimersByTime(500)
  expect(seen()).toEqual(['not_accepting_chats'])
})

test.each([
  [{ duplicate: true }, [0, 0, 1, 2]],
  [{ swap: true }, [1, 0, 2]],
  [{ swap: true, times: 2 }, [2, 0, 1]],
  [{ lose: true, times: 2 }, [2]],
  [{ lose: true, action: 'incoming_event' }, [0, 1, 2]],
])('the fault %j makes of the pushes 0, 1, 2: %j', (fault, order) => {
  const statuses = ['not_accepting_chats', 'offline', 'accepting_chats']
  expect(start(fault).seen()).toEqual(order.map((index) => statuses[index]))
})

test('a push comes without its payload', () => {
  const { pushes } = start({ withoutPayload: true })
  const [first, second] = pushes()
  expect(first).toEqual({ version: '3.6', action: 'routing_status_set', type: 'push' })
  expect(second).toHaveProperty('payload')
})

test('a silent connection stays open, and neither hears nor says anything', () => {
  const { connection, frames, end, inbox } = start({})
  frames.length = 0
  connection?.silence()
  inbox.setRoutingStatus(ada, 'offline')
  connection?.receive('{"action":"ping"}')
  vi.advanceTimersByTime(120_000)
  expect([frames, end]).toEqual([[], {}])
})

test('any push can be sent', () => {
  const { connection, pushes } = start({})
  pushes()
  connection?.push('incoming_dog', { id: 1 })
  connection?.push('incoming_chat', undefined, '3.7')
  const sent = pushes()
  expect(names(sent)).toEqual(['incoming_dog', 'incoming_chat'])
  expect(sent[1]).toEqual({ version: '3.7', action: 'incoming_chat', type: 'push' })
})
