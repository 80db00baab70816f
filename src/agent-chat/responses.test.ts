import { expect, test } from 'vitest'
import { readChat, readUser } from './chat.ts'
import { readChatDetails } from './chat-details.ts'
import { readCustomerDetails } from './customer-details.ts'
import { deactivateChat } from './deactivate-chat.ts'
import { readEvent } from './event.ts'
import { getAgent } from './get-agent.ts'
import { listAgents } from './list-agents.ts'
import { listArchives } from './list-archives.ts'
import { listChats } from './list-chats.ts'
import { listGroups } from './list-groups.ts'
import { listRoutingStatuses } from './list-routing-statuses.ts'
import { listTags } from './list-tags.ts'
import { listThreads } from './list-threads.ts'
import { resumeChat } from './resume-chat.ts'
import { sendEvent } from './send-event.ts'
import { startChat } from './start-chat.ts'
import { readThread } from './thread.ts'
import { uploadFile } from './upload-file.ts'
import { toHttpUrl } from './wire.ts'

const at = '2026-01-01T12:00:00.000000Z'
const time = Date.UTC(2026, 0, 1, 12)

const wireEvent = {
  id: 'E',
  created_at: at,
  author_id: 'ada',
  custom_id: 'mine',
  visibility: 'agents',
}
const event = { id: 'E', createdAt: time, authorId: 'ada', customId: 'mine', agentsOnly: true }
const bareEvent = { id: 'E', createdAt: 0, agentsOnly: false }

const button = { text: 'Buy', type: 'webview' }

test.each([
  ['message', { text: 'hi' }, { text: 'hi' }, { text: '' }],
  [
    'file',
    {
      name: 'a.png',
      url: 'https://cdn.example/a.png',
      thumbnail_url: 'https://cdn.example/b.png',
      content_type: 'image/png',
      size: 1,
      width: 2,
      height: 3,
      alternative_text: 'a cat',
    },
    {
      name: 'a.png',
      url: 'https://cdn.example/a.png',
      thumbnailUrl: 'https://cdn.example/b.png',
      contentType: 'image/png',
      size: 1,
      width: 2,
      height: 3,
      alternativeText: 'a cat',
    },
    { name: '', contentType: '', alternativeText: '' },
  ],
  [
    'form',
    { form_type: 'prechat', fields: [{ label: 'Name', answer: 'Ada', options: ['x'] }] },
    { formType: 'prechat', fields: [{ label: 'Name', answers: ['Ada'], options: ['x'] }] },
    { fields: [] },
  ],
  [
    'filled_form',
    { form_type: 'prechat', fields: [{ answers: ['x', { label: 'y' }, 7] }, 7] },
    { formType: 'prechat', fields: [{ label: '', answers: ['x', 'y'], options: [] }] },
    { fields: [] },
  ],
  [
    'rich_message',
    {
      template_id: 'cards',
      elements: [
        {
          title: 'Hat',
          subtitle: 'red',
          image: { url: 'https://cdn.example/h.png', alternative_text: 'a hat', name: 'h.png' },
          buttons: [button, {}, null],
        },
        { image: { name: 'h.png' } },
        {},
        null,
      ],
    },
    {
      template: 'cards',
      cards: [
        {
          title: 'Hat',
          subtitle: 'red',
          imageUrl: 'https://cdn.example/h.png',
          imageAlternative: 'a hat',
          buttons: ['Buy'],
        },
        { title: '', subtitle: '', imageAlternative: 'h.png', buttons: [] },
        { title: '', subtitle: '', imageAlternative: '', buttons: [] },
      ],
    },
    { template: '', cards: [] },
  ],
  [
    'system_message',
    { text: 'left', system_message_type: 'agent_left' },
    { text: 'left', systemType: 'agent_left' },
    { text: '', systemType: '' },
  ],
  [
    'system',
    { source: 'a', subtype: 'b' },
    { source: 'a', subtype: 'b' },
    { source: '', subtype: '' },
  ],
  ['custom', { content: {} }, {}, {}],
])('a %s is read with all it has, and with nothing', (type, wire, read, bare) => {
  expect(readEvent({ ...wireEvent, type, ...wire })).toEqual({ ...event, type, ...read })
  expect(readEvent({ id: 'E', type })).toEqual({ ...bareEvent, type, ...bare })
})

test('an event of an unknown type, a deleted one, and none', () => {
  const unknown = { id: 'E', type: 'hologram' }
  expect(readEvent(unknown)).toEqual({
    ...bareEvent,
    type: 'unknown',
    wireType: 'hologram',
    text: '',
  })
  expect(readEvent({ ...unknown, deleted: true })).toEqual({
    ...bareEvent,
    type: 'deleted',
    wasType: 'hologram',
  })
  for (const none of [{ id: 'E' }, { type: 'message' }, null]) {
    expect(readEvent(none)).toBeUndefined()
  }
})

const wireUser = {
  id: 'u',
  name: ' Ada ',
  email: ' ada@example.com ',
  avatar: 'https://cdn.example/a.png',
  present: true,
  events_seen_up_to: at,
}
const user = {
  id: 'u',
  name: 'Ada',
  avatarUrl: 'https://cdn.example/a.png',
  present: true,
  seenUpTo: time,
}

const agent = { ...user, type: 'agent', agentsOnly: false }

test('people are read with all they have, and with nothing', () => {
  const geolocation = { city: 'Dallas', country: 'US' }
  expect(
    readUser({
      ...wireUser,
      type: 'customer',
      visit: { geolocation },
      customer_last_event_created_at: at,
      agent_last_event_created_at: at,
    }),
  ).toEqual({
    ...user,
    type: 'customer',
    email: 'ada@example.com',
    ...geolocation,
    wroteAt: time,
    repliedAt: time,
  })
  expect(readUser({ ...wireUser, type: 'agent' })).toEqual(agent)
  const supervisor = { ...wireUser, type: 'agent', visibility: 'agents' }
  expect(readUser(supervisor)).toEqual({ ...agent, agentsOnly: true })
  for (const type of ['customer', 'agent']) {
    for (const nothing of [
      {},
      { name: ' ', email: ' ', visit: {} },
      { visit: { geolocation: { city: '', country: '' } } },
    ]) {
      const nobody = { id: 'u', type, present: false }
      const expected = type === 'agent' ? { ...nobody, agentsOnly: false } : nobody
      expect(readUser({ id: 'u', type, ...nothing })).toEqual(expected)
    }
  }
  for (const none of [{ id: 'u' }, { type: 'agent' }, { id: 'u', type: 'bot' }, null]) {
    expect(readUser(none)).toBeUndefined()
  }
})

const wireThread = {
  id: 'T',
  active: true,
  created_at: at,
  queue: { position: 1, queued_at: at },
  tags: ['vip'],
  properties: { routing: { unassigned: true }, odd: 7 },
}
const properties = new Map([
  ['routing', new Map([['unassigned', true]])],
  ['odd', new Map()],
])
const thread = {
  id: 'T',
  active: true,
  createdAt: time,
  queue: { position: 1, queuedAt: time },
  tags: ['vip'],
  properties,
}
const bareThread = { id: 'T', active: false, tags: [], properties: new Map() }

test('a thread is read with all it has, and with nothing', () => {
  expect(
    readThread({
      ...wireThread,
      events: [{ ...wireEvent, type: 'custom' }],
      restricted_access: 'old',
      summary: { text: 'about cats' },
      access: { group_ids: [1] },
    }),
  ).toEqual({
    ...thread,
    events: [{ ...event, type: 'custom' }],
    restricted: 'old',
    summary: 'about cats',
    groupIds: [1],
  })
  for (const nothing of [{}, { summary: { text: '' } }, { summary: {} }]) {
    expect(readThread({ id: 'T', ...nothing })).toEqual({ ...bareThread, events: [], groupIds: [] })
  }
  expect(readThread({})).toBeUndefined()
})

test('a chat in a list is read with all it has, and with nothing', () => {
  expect(
    readChat({
      id: 'C',
      users: [{ ...wireUser, type: 'agent' }],
      last_thread_summary: wireThread,
      last_event_per_type: { custom: { event: { ...wireEvent, type: 'custom' } } },
      access: { group_ids: [1] },
      is_followed: true,
      properties: wireThread.properties,
    }),
  ).toEqual({
    id: 'C',
    users: [agent],
    lastThread: thread,
    lastEvent: { ...event, type: 'custom' },
    groupIds: [1],
    isFollowed: true,
    properties,
  })
  expect(readChat({ id: 'C', last_thread_summary: { id: 'T' }, last_event_per_type: 7 })).toEqual({
    id: 'C',
    users: [],
    lastThread: bareThread,
    groupIds: [],
    isFollowed: false,
    properties: new Map(),
  })
  expect(readChat({ id: 'C', last_thread_summary: {} })?.lastThread).toBeUndefined()
  expect(readChat({})).toBeUndefined()
})

test('of events of one moment that came without microseconds, the first stays', () => {
  const one = (id: string, created_at?: string) => ({ event: { id, type: 'custom', created_at } })
  const last = (...events: object[]) =>
    readChat({ id: 'C', last_event_per_type: { ...events } })?.lastEvent?.id
  expect(last(one('a', at), one('b', at))).toBe('a')
  expect(last(one('a'), one('b'))).toBe('a')
  expect(last(one('a'), one('b', at))).toBe('b')
  expect(last(one('a', at), { restricted_access: 'old' })).toBe('a')
  expect(readChat({ id: 'C', last_event_per_type: null })?.lastEvent).toBeUndefined()
})

test('a chat is read with all it has, and with nothing', () => {
  expect(
    readChatDetails({
      id: 'C',
      users: [
        { ...wireUser, type: 'agent' },
        { id: 'c', type: 'customer' },
      ],
      thread: wireThread,
      properties: wireThread.properties,
      access: { group_ids: [1] },
      is_followed: true,
    }),
  ).toEqual({
    id: 'C',
    users: [agent, { id: 'c', type: 'customer', present: false }],
    customer: { id: 'c', pages: [], statistics: [], fields: [] },
    thread: { ...thread, events: [], groupIds: [] },
    properties,
    groupIds: [1],
    isFollowed: true,
  })
  expect(readChatDetails({ id: 'C' })).toEqual({
    id: 'C',
    users: [],
    properties: new Map(),
    groupIds: [],
    isFollowed: false,
  })
  expect(readChatDetails({})).toBeUndefined()
})

test('a customer is read with all LiveChat knows, and with nothing', () => {
  const customer = { id: 'c', type: 'customer' }
  expect(
    readCustomerDetails({
      ...customer,
      name: ' Ada ',
      email: ' ada@example.com ',
      phone_number: '1',
      created_at: at,
      statistics: { visits_count: 1, odd: {} },
      session_fields: [{ plan: 'pro', paid: true }, 7, null],
      visit: {
        referrer: 'https://search.example/',
        geolocation: {
          city: 'Dallas',
          region: 'Texas',
          country: 'US',
          timezone: 'America/Chicago',
        },
        last_pages: [{ title: 'Home', url: 'https://shop.example/', opened_at: at }, {}, 7],
      },
    }),
  ).toEqual({
    id: 'c',
    name: 'Ada',
    email: 'ada@example.com',
    phone: '1',
    city: 'Dallas',
    region: 'Texas',
    country: 'US',
    timeZone: 'America/Chicago',
    customerSince: time,
    pages: [{ title: 'Home', url: 'https://shop.example/', openedAt: time }, { title: '' }],
    referrer: 'https://search.example/',
    statistics: [{ name: 'visits_count', value: '1' }],
    fields: [
      { name: 'plan', value: 'pro' },
      { name: 'paid', value: 'true' },
    ],
  })
  const empty = { city: '', region: '', country: '', timezone: '' }
  for (const nothing of [
    {},
    { name: ' ', email: ' ', phone_number: '', statistics: 'x', visit: {} },
    { visit: { geolocation: empty } },
  ]) {
    expect(readCustomerDetails({ ...customer, ...nothing })).toEqual({
      id: 'c',
      pages: [],
      statistics: [],
      fields: [],
    })
  }
  for (const none of [{ id: 'c', type: 'agent' }, { type: 'customer' }, null]) {
    expect(readCustomerDetails(none)).toBeUndefined()
  }
})

test.each([
  [listChats, 'chats_summary', 'found_chats', 'chats', { id: 'C' }],
  [listThreads, 'threads', 'found_threads', 'threads', { id: 'T' }],
  [listArchives, 'chats', 'found_chats', 'chats', { id: 'C' }],
] as const)(
  'a page of a list is read with its count and its neighbours',
  (action, theirs, found, ours, row) => {
    const page = action.read({
      [theirs]: [row, {}],
      [found]: 9,
      next_page_id: 'next',
      previous_page_id: 'before',
    })
    expect(page).toMatchObject({ [ours]: [row], found: 9, nextPageId: 'next' })
    if ('previousPageId' in page) expect(page.previousPageId).toBe('before')
    const last = action.read({ [theirs]: [row], next_page_id: '', previous_page_id: '' })
    expect(last).toMatchObject({ found: 1, nextPageId: undefined })
    if ('previousPageId' in last) expect(last.previousPageId).toBeUndefined()
    expect(() => action.read({})).toThrow(expect.objectContaining({ code: 'invalid_response' }))
  },
)

test('what actions promise is read, and nothing less will do', () => {
  expect(deactivateChat.read({})).toBeUndefined()
  expect(startChat.read({ chat_id: 'C', thread_id: 'T' })).toEqual({ chatId: 'C', threadId: 'T' })
  expect(resumeChat.read({ thread_id: 'T' })).toBe('T')
  expect(sendEvent.read({ event_id: 'E' })).toBe('E')
  expect(uploadFile.read({ url: 'https://cdn.example/x' })).toBe('https://cdn.example/x')
  for (const [{ read }, less] of [
    [startChat, { chat_id: 'C' }],
    [startChat, { thread_id: 'T' }],
    [resumeChat, null],
    [sendEvent, {}],
    [uploadFile, { url: 'javascript:alert(1)' }],
    [uploadFile, null],
  ] as const) {
    expect(() => read(less)).toThrow(expect.objectContaining({ code: 'invalid_response' }))
  }
})

test('an agent’s profile is read with all it has, and with nothing', () => {
  const groups = [{ id: 1 }, { id: 'x' }, null]
  expect(getAgent.read({ id: 'a', name: 'Ada', role: 'owner', groups })).toEqual({
    agentId: 'a',
    name: 'Ada',
    role: 'owner',
    groupIds: [1],
  })
  expect(getAgent.read({ id: 'a' })).toEqual({ agentId: 'a', groupIds: [] })
  expect(() => getAgent.read({})).toThrow(expect.objectContaining({ code: 'invalid_response' }))
})

test.each([
  ['https://a.example/x', 'https://a.example/x'],
  ['http://a.example/', 'http://a.example/'],
  ['a.example/x', 'https://a.example/x'],
  ['sub-domain.a.example/', 'https://sub-domain.a.example/'],
  ['//a.example/x', 'https://a.example/x'],
  ['a.example', undefined],
  ['example/x', undefined],
  ['/x', undefined],
  ['x//a.example/', undefined],
  [' a.example/x', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j leads to %j (A43)', (value, url) => {
  expect(toHttpUrl(value)).toBe(url)
})

test('lists of names leave out what has no id, and take each once', () => {
  expect(listAgents.read([{ id: 'a', name: 'Ada' }, {}, { id: 'A', name: 'Ada' }])).toEqual([
    { agentId: 'A', name: 'Ada', groupIds: [] },
  ])
  expect(listGroups.read([{ id: 0, name: 'General' }, { id: '1' }])).toEqual([
    { groupId: 0, name: 'General' },
  ])
  expect(listTags.read([{ name: 'vip' }, { name: 1 }, { name: 'vip' }])).toEqual(['vip'])
  expect(
    listRoutingStatuses.read([{ agent_id: 'a', status: 'offline' }, { agent_id: 'b' }]),
  ).toEqual([{ agentId: 'a', status: 'offline' }])
})
