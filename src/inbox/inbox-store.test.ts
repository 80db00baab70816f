import { expect, test, vi } from 'vitest'
import { emptyInbox } from './inbox.ts'
import { createInboxStore } from './inbox-store.ts'
import { chatOf, me } from './testing/test-chats.ts'

test('whoever watches an inbox sees it after each update, until they stop', () => {
  const store = createInboxStore()
  expect(store.getSnapshot()).toBe(emptyInbox)
  const listener = vi.fn()
  const stop = store.subscribe(listener)
  store.apply({
    type: 'connected',
    agentId: me,
    routingStatus: undefined,
    activeChats: [chatOf('A')],
  })
  expect(listener).toHaveBeenCalledTimes(1)
  expect(store.getSnapshot().chats.get('A')?.id).toBe('A')
  expect(store.getSnapshot().journal[0]?.context.now).toBeCloseTo(Date.now(), -4)
  stop()
  store.apply({ type: 'routing_status_set', agentId: me, status: 'offline' })
  expect(listener).toHaveBeenCalledTimes(1)
  expect(store.getSnapshot().routingStatuses.get(me)).toBe('offline')
})
