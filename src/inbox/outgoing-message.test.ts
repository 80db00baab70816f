import { expect, test } from 'vitest'
import { type OutgoingMessage, unacknowledged } from './outgoing-message.ts'

test('a message that became an event is recognised by either id', () => {
  const written: OutgoingMessage = {
    chatId: 'Q1',
    customId: 'mine',
    text: 'Hello',
    agentsOnly: false,
    createdAt: 0,
    status: 'sending',
  }
  const sent = { ...written, eventId: 'E1' }
  const event = { id: 'E2', customId: undefined }
  expect(unacknowledged([written, sent], [event])).toEqual([written, sent])
  expect(unacknowledged([written, sent], [{ ...event, id: 'E1' }])).toEqual([written])
  expect(unacknowledged([written, sent], [{ ...event, customId: 'mine' }])).toEqual([])
})

test('the messages are the same when none of them became an event', () => {
  const written: OutgoingMessage = {
    chatId: 'Q1',
    customId: 'mine',
    text: 'Hello',
    agentsOnly: false,
    createdAt: 0,
    status: 'sending',
  }
  const outgoing = [written]
  expect(unacknowledged(outgoing, [])).toBe(outgoing)
  expect(unacknowledged(outgoing, [{ id: 'E1', customId: undefined }])).toBe(outgoing)
  const none: OutgoingMessage[] = []
  expect(unacknowledged(none, [{ id: 'E1', customId: 'mine' }])).toBe(none)
})
