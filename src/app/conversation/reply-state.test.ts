import { expect, test } from 'vitest'
import { readChatDetails } from '../../agent-chat/chat-details.ts'
import { replyStateOf } from './reply-state.ts'

function chat(thread: object | undefined, present: boolean, type = 'agent') {
  const users = [
    { id: 'smith@example.com', type: 'agent', present: true },
    { id: 'me@example.com', type, present },
  ]
  const made = readChatDetails({ id: 'C', users, thread })
  if (!made) throw new Error('no chat')
  return made
}
const active = { id: 't', active: true }

test('how to answer depends on the thread and who is present', () => {
  expect(replyStateOf(chat(undefined, false), 'me@example.com')).toBe('not-started')
  expect(replyStateOf(chat({ id: 't', active: false }, true), 'me@example.com')).toBe('closed')
  expect(replyStateOf(chat(active, false), 'me@example.com')).toBe('not-joined')
  expect(replyStateOf(chat(active, true), 'ME@example.com')).toBe('joined')
  expect(replyStateOf(chat(active, true, 'customer'), 'me@example.com')).toBe('not-joined')
})

test('an agent whose name is unknown can try', () => {
  expect(replyStateOf(chat(active, false), undefined)).toBe('joined')
})
