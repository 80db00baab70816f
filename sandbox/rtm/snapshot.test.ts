import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import type { Inbox } from '../inbox/inbox.ts'
import { createTestRtm, everyScope } from './test-rtm.ts'
import { applyPush, type ChatView, comparable, type Snapshot } from './test-snapshot.ts'
import {
  type Agent,
  actingAgent,
  ada,
  anyStep,
  openChats,
  type Rtm,
  type Step,
  take,
} from './test-steps.ts'

const steps = fc.array(anyStep, { minLength: 1, maxLength: 80, size: 'max' })

/** Each case is a world of its own. */
const [runs, most] = [12, 5_000]

/** What an agent may see now, asked for in one go. */
function snapshotFor(agent: Agent, inbox: Inbox): Snapshot {
  const chats: Snapshot = new Map()
  for (const { id } of inbox.index.all()) {
    const { success, payload } = agent.request('get_chat', { chat_id: id })
    if (success) chats.set(id, structuredClone(payload) as unknown as ChatView)
  }
  agent.take()
  return chats
}

function run(rtm: Rtm, happen: readonly Step[], after: () => void): void {
  const asked = actingAgent(rtm)
  for (const step of happen) {
    take(rtm, asked, step)
    after()
  }
}

test('an agent who follows every chat knows all from the pushes alone', () => {
  return checkProperty(
    fc.property(steps, (happen) => {
      const rtm = createTestRtm({ chats: 5 })
      const { inbox } = rtm
      openChats(rtm)
      const login = { customer_monitoring_level: 'online' }
      const observer = rtm.agent('smith@example.com', login, [...everyScope, 'chats--all:rw'])
      for (const { id } of inbox.index.all()) observer.request('follow_chat', { id })
      const known = snapshotFor(observer, inbox)
      run(rtm, happen, () => {
        for (const push of observer.pushes()) applyPush(known, push)
        // A chat that is active again is no longer followed.
        for (const { id, is_followed } of [...known.values()]) {
          if (is_followed) continue
          observer.request('follow_chat', { id })
          for (const push of observer.pushes()) applyPush(known, push)
        }
      })
      const now = snapshotFor(observer, inbox)
      expect([...known.keys()].toSorted()).toEqual([...now.keys()].toSorted())
      for (const [id, chat] of now) {
        const mine = known.get(id)
        expect(mine && comparable(mine)).toEqual(comparable(chat))
      }
      rtm.close()
    }),
    runs,
    most,
  )
})

/** What a row of a list shows. */
function rowOf({ id, access, properties, users, thread }: ChatView) {
  return {
    id,
    access,
    properties,
    present: users
      .flatMap((user) => (user.type === 'agent' && user.present && thread?.active ? [user.id] : []))
      .toSorted(),
    thread: thread && {
      id: thread.id,
      active: thread.active,
      tags: thread.tags,
      queue: thread.queue,
      properties: thread.properties,
    },
  }
}

test('an agent with access by group knows who has which chat, and the queue', () => {
  return checkProperty(
    fc.property(steps, (happen) => {
      const rtm = createTestRtm({ chats: 5 })
      openChats(rtm)
      const observer = rtm.agent(ada)
      const known = snapshotFor(observer, rtm.inbox)
      run(rtm, happen, () => {
        for (const push of observer.pushes()) applyPush(known, push)
      })
      for (const [id, chat] of snapshotFor(observer, rtm.inbox)) {
        const mine = known.get(id)
        expect(mine && rowOf(comparable(mine))).toEqual(rowOf(comparable(chat)))
      }
      rtm.close()
    }),
    runs,
    most,
  )
})
