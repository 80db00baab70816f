import { expect, test } from 'vitest'
import { agent, chatOf, customer, me, threadOf } from './testing/test-chats.ts'
import { isInView, type View } from './views.ts'

const unassigned = new Map([['routing', new Map([['unassigned', true]])]])
const queue = { position: 1, queuedAt: 1 }
const chats = {
  mine: chatOf('mine', { users: [customer, agent(me.toUpperCase())] }),
  left: chatOf('left', { users: [customer, agent(me, { present: false })] }),
  'closed mine': chatOf('closed mine', { lastThread: threadOf('T1', { active: false }) }),
  queued: chatOf('queued', {
    users: [customer],
    lastThread: threadOf('T1', { queue }),
    properties: unassigned,
  }),
  unassigned: chatOf('unassigned', { users: [customer], properties: unassigned }),
  empty: chatOf('empty', { lastThread: undefined, properties: unassigned }),
}

test.each<[View, (keyof typeof chats)[]]>([
  ['all', ['mine', 'left', 'closed mine', 'queued', 'unassigned', 'empty']],
  ['mine', ['mine']],
  ['queued', ['queued']],
  ['unassigned', ['unassigned']],
  ['active', ['mine', 'left', 'queued', 'unassigned']],
  ['closed', ['closed mine']],
])('%s holds the chats it is named for', (view, expected) => {
  const held = Object.values(chats).filter((chat) => isInView(view, chat, me))
  expect(held.map(({ id }) => id)).toEqual(expected)
})

test('nobody knows which chats are an unknown agent’s, nor are a customer’s', () => {
  expect(isInView('mine', chats.mine, undefined)).toBe(false)
  expect(isInView('mine', { ...chats.mine, users: [{ ...customer, id: me }] }, me)).toBe(false)
})
