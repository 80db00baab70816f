import { expect, test } from 'vitest'
import { addAgentToChat } from './add-user-to-chat.ts'
import { deactivateChat } from './deactivate-chat.ts'
import { followChat, unfollowChat } from './follow-chat.ts'
import { getAgent } from './get-agent.ts'
import { getChat } from './get-chat.ts'
import { getCustomer } from './get-customer.ts'
import { listAgents } from './list-agents.ts'
import { listAgentsForTransfer } from './list-agents-for-transfer.ts'
import { highlightEnd, highlightStart, listArchives } from './list-archives.ts'
import { listChats } from './list-chats.ts'
import { listGroups } from './list-groups.ts'
import { listRoutingStatuses } from './list-routing-statuses.ts'
import { listTags } from './list-tags.ts'
import { listThreads } from './list-threads.ts'
import { markEventsAsSeen } from './mark-events-as-seen.ts'
import { resumeChat } from './resume-chat.ts'
import { sendEvent } from './send-event.ts'
import { setRoutingStatus } from './set-routing-status.ts'
import { startChat } from './start-chat.ts'
import { tagThread, untagThread } from './tag-thread.ts'
import { transferChat } from './transfer-chat.ts'
import { largestFile, uploadFile } from './upload-file.ts'

test.each([
  [{}, {}],
  [{ pageId: 'p' }, { page_id: 'p' }],
  [
    { order: 'oldest-first', limit: 0 },
    { sort_order: 'asc', limit: 0 },
  ],
  [{ order: 'newest-first' }, { sort_order: 'desc' }],
  [{ filter: {} }, {}],
  [
    { filter: { active: false, includeChatsWithoutThreads: false, groupIds: [1] } },
    { filters: { active: false, include_chats_without_threads: false, group_ids: [1] } },
  ],
  [
    { filter: { unassigned: true } },
    { filters: { properties: { routing: { unassigned: { values: [true] } } } } },
  ],
  [
    { filter: { unassigned: false } },
    { filters: { properties: { routing: { unassigned: { exclude_values: [true] } } } } },
  ],
] as const)('list_chats asked for %j sends %j', (request, body) => {
  expect(listChats.name).toBe('list_chats')
  expect(listChats.body(request)).toEqual(body)
})

test.each([
  [{}, {}],
  [{ pageId: 'p' }, { page_id: 'p' }],
  [
    { order: 'oldest-first', limit: 0 },
    { sort_order: 'asc', limit: 0 },
  ],
  [{ order: 'newest-first' }, { sort_order: 'desc' }],
  [{ filter: { query: '', groupIds: [], agents: [], tags: [] } }, {}],
  [
    { filter: { query: 'cat', from: 0, to: 1000, groupIds: [1], agents: ['a'], tags: ['t'] } },
    {
      filters: {
        query: 'cat',
        from: '1970-01-01T00:00:00.000Z',
        to: '1970-01-01T00:00:01.000Z',
        group_ids: [1],
        agents: { values: ['a'] },
        tags: { values: ['t'] },
      },
      highlights: { pre_tag: highlightStart, post_tag: highlightEnd },
    },
  ],
] as const)('list_archives asked for %j sends %j', (request, body) => {
  expect(listArchives.name).toBe('list_archives')
  expect(listArchives.body(request)).toEqual(body)
})

test('words found are marked by characters that no text has', () => {
  expect([highlightStart, highlightEnd]).toEqual(['\ue000', '\ue001'])
})

const requests = [
  [listThreads, { chatId: 'C' }, { chat_id: 'C' }],
  [listThreads, { chatId: 'C', minEvents: 0 }, { chat_id: 'C', min_events_count: 0 }],
  [listThreads, { chatId: 'C', pageId: 'p' }, { chat_id: 'C', page_id: 'p' }],
  [getChat, { chatId: 'C' }, { chat_id: 'C' }],
  [getChat, { chatId: 'C', threadId: 'T' }, { chat_id: 'C', thread_id: 'T' }],
  [
    sendEvent,
    { chatId: 'C', event: { type: 'message', text: 'hi', customId: 'x' } },
    { chat_id: 'C', event: { type: 'message', text: 'hi', custom_id: 'x', visibility: 'all' } },
  ],
  [
    sendEvent,
    { chatId: 'C', event: { type: 'file', url: 'u', customId: 'x', agentsOnly: true } },
    { chat_id: 'C', event: { type: 'file', url: 'u', custom_id: 'x', visibility: 'agents' } },
  ],
  [startChat, {}, {}],
  [startChat, { groupIds: [], continuous: false }, { continuous: false }],
  [
    startChat,
    { customerId: 'c', groupIds: [1] },
    { chat: { access: { group_ids: [1] }, users: [{ id: 'c', type: 'customer' }] } },
  ],
  [resumeChat, { chatId: 'C' }, { chat: { id: 'C' } }],
  [resumeChat, { chatId: 'C', groupIds: [] }, { chat: { id: 'C' } }],
  [
    resumeChat,
    { chatId: 'C', groupIds: [1], customerId: 'c' },
    { chat: { id: 'C', access: { group_ids: [1] }, users: [{ id: 'c', type: 'customer' }] } },
  ],
  [deactivateChat, { chatId: 'C' }, { id: 'C', ignore_requester_presence: false }],
  [
    deactivateChat,
    { chatId: 'C', ignorePresence: true },
    { id: 'C', ignore_requester_presence: true },
  ],
  [followChat, 'C', { id: 'C' }],
  [unfollowChat, 'C', { id: 'C' }],
  [setRoutingStatus, { status: 'accepting_chats' }, { status: 'accepting_chats' }],
  [
    addAgentToChat,
    { chatId: 'C', agentId: 'a' },
    {
      chat_id: 'C',
      user_id: 'a',
      user_type: 'agent',
      visibility: 'all',
      ignore_requester_presence: true,
    },
  ],
  [
    addAgentToChat,
    { chatId: 'C', agentId: 'a', agentsOnly: true },
    {
      chat_id: 'C',
      user_id: 'a',
      user_type: 'agent',
      visibility: 'agents',
      ignore_requester_presence: true,
    },
  ],
  [
    transferChat,
    { chatId: 'C', target: { agentId: 'a' } },
    {
      id: 'C',
      target: { type: 'agent', ids: ['a'] },
      ignore_agents_availability: false,
      ignore_requester_presence: true,
    },
  ],
  [
    transferChat,
    { chatId: 'C', target: { groupId: 0 }, mayQueue: true },
    {
      id: 'C',
      target: { type: 'group', ids: [0] },
      ignore_agents_availability: true,
      ignore_requester_presence: true,
    },
  ],
  [listAgentsForTransfer, 'C', { chat_id: 'C' }],
  [
    markEventsAsSeen,
    { chatId: 'C', seenUpTo: 999 },
    { chat_id: 'C', seen_up_to: '1970-01-01T00:00:01.000Z' },
  ],
  [
    tagThread,
    { chatId: 'C', threadId: 'T', tag: 'vip' },
    { chat_id: 'C', thread_id: 'T', tag: 'vip' },
  ],
  [
    untagThread,
    { chatId: 'C', threadId: 'T', tag: 'vip' },
    { chat_id: 'C', thread_id: 'T', tag: 'vip' },
  ],
  [getCustomer, 'c', { id: 'c' }],
  [getAgent, 'a', { id: 'a' }],
  [listAgents, undefined, { fields: ['groups'] }],
  [listGroups, undefined, { fields: ['routing_status'] }],
  [listTags, undefined, {}],
  [listRoutingStatuses, undefined, {}],
] as const

test.each(requests.map(([action, ...rest]) => [action.name, ...rest, action] as const))(
  '%s asked for %j sends %j',
  (_name, request, body, action) => {
    expect(action.body(request as never)).toEqual(body)
  },
)

test('lists ask for what is usual when they are asked for nothing', () => {
  for (const action of [listChats, listArchives, startChat] as const) {
    expect(action.body(undefined as never)).toEqual({})
  }
})

test('each action has LiveChat’s name for it, and its API', () => {
  const actions = [
    [listThreads, 'list_threads'],
    [getChat, 'get_chat'],
    [sendEvent, 'send_event'],
    [startChat, 'start_chat'],
    [resumeChat, 'resume_chat'],
    [deactivateChat, 'deactivate_chat'],
    [followChat, 'follow_chat'],
    [unfollowChat, 'unfollow_chat'],
    [setRoutingStatus, 'set_routing_status'],
    [addAgentToChat, 'add_user_to_chat'],
    [transferChat, 'transfer_chat'],
    [listAgentsForTransfer, 'list_agents_for_transfer'],
    [markEventsAsSeen, 'mark_events_as_seen'],
    [tagThread, 'tag_thread'],
    [untagThread, 'untag_thread'],
    [getCustomer, 'get_customer'],
    [uploadFile, 'upload_file'],
  ] as const
  for (const [{ name, api }, theirs] of actions) expect([name, api]).toEqual([theirs, 'agent'])
  expect([getAgent.name, getAgent.api]).toEqual(['get_agent', 'configuration'])
})

test('a file is sent as a form', () => {
  const file = new File(['x'], 'x.txt')
  const body = uploadFile.body(file)
  expect(body instanceof FormData && [...body]).toEqual([['file', file]])
  expect(largestFile).toBe(10_485_760)
})
