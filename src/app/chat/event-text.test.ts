import { expect, test } from 'vitest'
import type { Chat, ChatEvent } from '../../agent-chat/index.ts'
import { previewOf } from './event-text.ts'

const me = 'agent@example.com'

const base = {
  id: 'E1',
  createdAt: Date.UTC(2026, 9, 1),
  authorId: 'C1',
  customId: undefined,
  agentsOnly: false,
}

function chatWith(event: ChatEvent | undefined, restricted?: string): Chat {
  const user = { avatarUrl: undefined, present: true, seenUpTo: undefined }
  return {
    id: 'Q1',
    users: [
      {
        ...user,
        type: 'customer',
        id: 'C1',
        name: 'Grace',
        email: undefined,
        city: undefined,
        country: undefined,
        wroteAt: undefined,
        repliedAt: undefined,
      },
      { ...user, type: 'agent', id: 'agent@example.com', name: 'Ada Agent', agentsOnly: false },
      { ...user, type: 'agent', id: 'smith@example.com', name: 'Agent Smith', agentsOnly: false },
    ],
    lastThread: undefined,
    lastEvent: event,
    restricted,
    groupIds: [],
    isFollowed: false,
    properties: new Map(),
  }
}

function said(event: ChatEvent | undefined, restricted?: string): string {
  const { author, text } = previewOf(chatWith(event, restricted), me)
  return author ? `${author}: ${text}` : text
}

const message = { ...base, type: 'message', text: 'Hello' } as const
const form = { fields: [], formType: 'prechat' }
const card = { title: 'Tent', subtitle: '', imageUrl: undefined, imageAlternative: '', buttons: [] }
const picture = {
  name: 'tent.png',
  url: undefined,
  thumbnailUrl: undefined,
  size: undefined,
  width: undefined,
  height: undefined,
  alternativeText: '',
}

test('a customer’s message has no name, since the row has it', () => {
  expect(said(message)).toBe('Hello')
})

test('another agent has a first name, the signed-in agent is you', () => {
  expect(said({ ...message, authorId: 'smith@example.com' })).toBe('Agent: Hello')
  expect(said({ ...message, authorId: 'Agent@example.com' })).toBe('You: Hello')
})

test('an agent or a bot who left the chat still has a name', () => {
  expect(said({ ...message, authorId: 'Smith@Example.com' })).toBe('Agent: Hello')
  expect(said({ ...message, authorId: 'jones@example.com' })).toBe('jones@example.com: Hello')
  expect(said({ ...message, authorId: '5c9871d5372c824cbf22d860a707a578' })).toBe('Agent: Hello')
})

test.each<ChatEvent>([
  { ...base, type: 'system_message', text: 'Agent Smith joined', systemType: '' },
  { ...base, type: 'system', source: 'messaging', subtype: 'summary' },
  { ...base, type: 'deleted', wasType: 'message' },
])('what happened has no name before it, whoever did it: $type', (event) => {
  const { author } = previewOf(chatWith({ ...event, authorId: 'smith@example.com' }), me)
  expect(author).toBeUndefined()
})

test('a note says that only agents see it, and who wrote it', () => {
  expect(said({ ...message, authorId: me, agentsOnly: true })).toBe('Note by you: Hello')
  expect(said({ ...message, authorId: 'smith@example.com', agentsOnly: true })).toBe(
    'Note by Agent: Hello',
  )
  expect(said({ ...message, authorId: undefined, agentsOnly: true })).toBe('Note: Hello')
})

test.each<[string, ChatEvent]>([
  [
    'Sent a file: invoice.pdf',
    { ...base, ...picture, type: 'file', name: 'invoice.pdf', contentType: 'application/pdf' },
  ],
  ['Sent an image: tent.png', { ...base, ...picture, type: 'file', contentType: 'image/png' }],
  ['Sent a file', { ...base, ...picture, type: 'file', name: '', contentType: '' }],
  ['Was asked to fill in the pre-chat form', { ...base, ...form, type: 'form' }],
  ['Filled in the pre-chat form', { ...base, ...form, type: 'filled_form' }],
  ['Filled in the post-chat form', { ...base, ...form, formType: 'postchat', type: 'filled_form' }],
  [
    'Was asked for their email address',
    { ...base, ...form, formType: 'ask_for_email', type: 'form' },
  ],
  ['Filled in a form', { ...base, fields: [], formType: 'toString', type: 'filled_form' }],
  ['Sent a card: Tent', { ...base, type: 'rich_message', template: 'cards', cards: [card] }],
  ['Sent 2 cards: Tent', { ...base, type: 'rich_message', template: 'cards', cards: [card, card] }],
  [
    'Sent 2 cards: Tent',
    {
      ...base,
      type: 'rich_message',
      template: 'cards',
      cards: [{ ...card, title: ' ' }, card],
    },
  ],
  ['Sent a card', { ...base, type: 'rich_message', template: 'cards', cards: [] }],
  [
    'Offered quick replies: Tent',
    { ...base, type: 'rich_message', template: 'quick_replies', cards: [card] },
  ],
  ['Sent a sticker', { ...base, type: 'rich_message', template: 'sticker', cards: [] }],
  [
    'Agent Smith joined',
    { ...base, type: 'system_message', text: 'Agent Smith joined', systemType: '' },
  ],
  ['System message', { ...base, type: 'system_message', text: '', systemType: 'x' }],
  ['The chat was summarized', { ...base, type: 'system', source: 'messaging', subtype: 'summary' }],
  ['System event', { ...base, type: 'system', source: 'new', subtype: 'thing' }],
  ['File deleted', { ...base, type: 'deleted', wasType: 'file' }],
  ['Message deleted', { ...base, type: 'deleted', wasType: 'message' }],
  ['Sent app data', { ...base, type: 'custom' }],
  ['Ho', { ...base, type: 'unknown', wireType: 'hologram', text: 'Ho' }],
  ['Sent content this page can’t show', { ...base, type: 'unknown', wireType: 'x', text: '' }],
  ['Sent an empty message', { ...message, text: ' \n' }],
])('%s', (words, event) => {
  expect(said(event)).toBe(words)
})

test('a chat without messages says so, and so does one that may not be read', () => {
  expect(said(undefined)).toBe('No messages yet')
  expect(said(undefined, 'Thread is restricted')).toBe(
    'Messages hidden by your LiveChat plan or role',
  )
})

test.each([
  ['an override', '\u202eمحمد closed the chat', 'محمد closed the chat'],
  ['an end of our own isolate', 'Mo\u2069\u202e closed the chat', 'Mo closed the chat'],
  ['a mark that turns nothing', 'محمد\u200f closed the chat', 'محمد\u200f closed the chat'],
])('a name in a sentence cannot turn the rest around: %s (A44)', (_name, text, shown) => {
  expect(said({ ...base, type: 'system_message', text, systemType: '' })).toBe(shown)
})

test('a ten megabyte message is cut (A44)', () => {
  expect(said({ ...message, text: 'x'.repeat(10_000_000) })).toHaveLength(301)
})
