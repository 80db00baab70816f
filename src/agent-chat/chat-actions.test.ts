import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mintAccessToken } from '../../sandbox/control/control-actions.ts'
import { appendEvent } from '../../sandbox/inbox/chat-mutations.ts'
import { type RunningSandbox, startSandbox } from '../../sandbox/server/serve.ts'
import { type AgentChatClient, createAgentChatClient } from './agent-chat-client.ts'
import type { Chat } from './chat.ts'
import { highlightEnd, highlightStart } from './list-archives.ts'

const me = 'agent@example.com'
const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'

let sandbox: RunningSandbox
let client: AgentChatClient

beforeAll(async () => {
  sandbox = await startSandbox({ accountsPort: 0, apiPort: 0 })
})
afterAll(() => sandbox.close())

beforeEach(() => {
  sandbox.reset()
  const { token } = mintAccessToken(sandbox.world, { clientId, email: me })
  client = createAgentChatClient({
    apiUrl: sandbox.apiUrl,
    getAccessToken: async () => token,
    renewAccessToken: async () => {
      throw new Error('there is no other token')
    },
  })
})

/** A client whose token has these scopes alone. */
function clientWith(scopes: string[]): AgentChatClient {
  const { token } = mintAccessToken(sandbox.world, { clientId, email: me, scopes })
  const getAccessToken = async () => token
  return createAgentChatClient({
    apiUrl: sandbox.apiUrl,
    getAccessToken,
    renewAccessToken: getAccessToken,
  })
}

async function findChat(fits: (chat: Chat) => boolean, active: boolean): Promise<Chat> {
  let page = await client.listChats({ filter: { active }, limit: 100 })
  for (;;) {
    const found = page.chats.find(fits)
    if (found) return found
    if (!page.nextPageId) throw new Error('the sandbox has no such chat')
    page = await client.listChats({ pageId: page.nextPageId })
  }
}

const isMine = (chat: Chat) => chat.users.some((user) => user.id === me && user.present)
const isNotMine = (chat: Chat) => !isMine(chat) && chat.users.some((one) => one.type === 'customer')

async function lastThread(chatId: string) {
  const { threads } = await client.listThreads({ chatId })
  if (!threads[0]) throw new Error('the chat has no thread')
  return threads[0]
}

test('the active chats are either unassigned or taken', async () => {
  const count = async (unassigned?: boolean) =>
    (
      await client.listChats({
        filter: { active: true, ...(unassigned !== undefined && { unassigned }) },
      })
    ).found
  const [all, free, taken] = [await count(), await count(true), await count(false)]
  expect(free).toBeGreaterThan(0)
  expect(taken).toBeGreaterThan(0)
  expect(free + taken).toBe(all)
})

test('lists the threads of a chat back to the first, page by page', async () => {
  const chat = await findChat(() => true, false)
  const ids: string[] = []
  let page = await client.listThreads({ chatId: chat.id, minEvents: 5 })
  ids.push(...page.threads.map((thread) => thread.id))
  while (page.nextPageId) {
    page = await client.listThreads({ chatId: chat.id, pageId: page.nextPageId })
    ids.push(...page.threads.map((thread) => thread.id))
  }
  expect(ids).toHaveLength(page.found)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toBe(chat.lastThread?.id)
})

test('a chat has the details of its customer', async () => {
  const { id } = await findChat((chat) => chat.users.some((one) => one.type === 'customer'), true)
  const { customer, thread } = await client.getChat({ chatId: id })
  expect(customer).toMatchObject({
    id: expect.any(String),
    city: expect.any(String),
    timeZone: expect.stringContaining('/'),
  })
  expect(customer?.pages[0]?.url).toMatch(/^https:\/\//)
  expect(customer?.statistics).toContainEqual({ name: 'chats_count', value: '1' })
  expect(thread?.events.length).toBeGreaterThan(0)
  expect(await client.getCustomer(customer?.id ?? '')).toEqual(customer)
})

test('joins a chat, sends a message and a note, closes it and finds it in the archives', async () => {
  const { id } = await findChat(isNotMine, true)
  await client.addAgentToChat({ chatId: id, agentId: me })
  const messageId = await client.sendEvent({
    chatId: id,
    event: { type: 'message', text: 'Zebrafish are ready', customId: 'mine-1' },
  })
  await client.sendEvent({
    chatId: id,
    event: { type: 'message', text: 'ask Jamie', customId: 'mine-2', agentsOnly: true },
  })
  const { events } = await lastThread(id)
  expect(events.at(-2)).toMatchObject({ id: messageId, customId: 'mine-1', agentsOnly: false })
  expect(events.at(-1)).toMatchObject({ customId: 'mine-2', agentsOnly: true, authorId: me })

  await client.deactivateChat({ chatId: id })
  expect((await lastThread(id)).active).toBe(false)
  const { chats, found } = await client.listArchives({
    filter: { query: 'zebrafish', agents: [me], from: Date.now() - 86_400_000 },
  })
  expect(found).toBe(1)
  const texts = chats[0]?.thread?.events.map((event) => ('text' in event ? event.text : ''))
  expect(texts).toContain(`${highlightStart}Zebrafish${highlightEnd} are ready`)
})

test('a chat not joined, and a closed one, cannot be written to', async () => {
  const event = { type: 'message', text: 'hi', customId: 'x' } as const
  const notJoined = await findChat(isNotMine, true)
  await expect(client.sendEvent({ chatId: notJoined.id, event })).rejects.toMatchObject({
    code: 'authorization',
  })
  const closed = await findChat((chat) => chat.lastThread !== undefined, false)
  await expect(client.sendEvent({ chatId: closed.id, event })).rejects.toMatchObject({
    code: 'chat_inactive',
  })
})

test('a closed chat is resumed with its customer, a new one started', async () => {
  const closed = await findChat((chat) => chat.lastThread !== undefined, false)
  const customer = closed.users.find((user) => user.type === 'customer')
  const threadId = await client.resumeChat({
    chatId: closed.id,
    groupIds: closed.groupIds,
    ...(customer && { customerId: customer.id }),
  })
  const reopened = await client.getChat({ chatId: closed.id })
  expect(reopened.thread).toMatchObject({ id: threadId, active: true })
  expect(reopened.groupIds).toEqual(closed.groupIds)

  const started = await client.startChat({
    ...(customer && { customerId: customer.id }),
    groupIds: [1],
  })
  const chat = await client.getChat({ chatId: started.chatId })
  expect(chat.customer?.id).toBe(customer?.id)
  expect(chat.groupIds).toEqual([1])
})

test('marks an event as seen although our times are coarser than LiveChat’s', async () => {
  const { id } = await findChat(isMine, true)
  const [inbox] = sandbox.world.inboxes.values()
  const event = inbox?.change(id, (chat) => {
    const content = { type: 'message', text: 'unseen' } as const
    return appendEvent(chat, { content, author: chat.customer?.id ?? '' }, sandbox.world.now() - 50)
  })
  const { events } = await lastThread(id)
  await client.markEventsAsSeen({ chatId: id, seenUpTo: events.at(-1)?.createdAt ?? 0 })
  const agent = inbox?.read(id)?.agents.find((one) => one.id === me)
  expect(agent?.events_seen_up_to?.localeCompare(event?.created_at ?? 'never')).not.toBe(-1)
})

test('sets whether the agent takes chats', async () => {
  await client.setRoutingStatus({ status: 'accepting_chats' })
  const [inbox] = sandbox.world.inboxes.values()
  expect(inbox?.routingStatus(me)).toBe('accepting_chats')
})

test('follows and unfollows, tags and untags, transfers', async () => {
  const { id, lastThread: thread } = await findChat(isNotMine, true)
  await client.followChat(id)
  expect((await client.getChat({ chatId: id })).isFollowed).toBe(true)
  await client.unfollowChat(id)
  expect((await client.getChat({ chatId: id })).isFollowed).toBe(false)

  const tag = { chatId: id, threadId: thread?.id ?? '', tag: 'vip' }
  await client.tagThread(tag)
  expect((await lastThread(id)).tags).toContain('vip')
  await client.untagThread(tag)
  expect((await lastThread(id)).tags).not.toContain('vip')

  const [first] = await client.listAgentsForTransfer(id)
  expect(first).toMatchObject({ agentId: expect.stringContaining('@') })
  await client.transferChat({ chatId: id, target: { agentId: first?.agentId ?? '' } })
  const { users } = await client.getChat({ chatId: id })
  expect(users.find((user) => user.id === first?.agentId)?.present).toBe(true)
})

test('uploads a file as a form and sends it', async () => {
  const { id } = await findChat(isMine, true)
  const url = await client.uploadFile(new File(['hello'], 'hello.pdf', { type: 'application/pdf' }))
  await client.sendEvent({ chatId: id, event: { type: 'file', url, customId: 'f' } })
  expect((await lastThread(id)).events.at(-1)).toMatchObject({ type: 'file', name: 'hello.pdf' })
})

test('does not send a message again when its response was lost', async () => {
  const { id } = await findChat(isMine, true)
  sandbox.world.faults.push({ endpoint: 'send_event', times: 1, drop: true })
  sandbox.world.requests.length = 0
  const sending = client.sendEvent({
    chatId: id,
    event: { type: 'message', text: 'once', customId: 'once' },
  })
  await expect(sending).rejects.toMatchObject({ code: 'network' })
  expect(sandbox.world.requests.filter((one) => one.endpoint === 'send_event')).toHaveLength(1)
})

test.each([
  'list_chats',
  'list_threads',
  'get_chat',
  'list_archives',
  'send_event',
  'start_chat',
  'resume_chat',
  'get_customer',
  'upload_file',
] as const)('a response of %s without what it promises is invalid', async (action) => {
  sandbox.world.faults.push({ endpoint: action, times: 1, status: 200, body: '{}' })
  const calls = {
    list_chats: () => client.listChats(),
    list_threads: () => client.listThreads({ chatId: 'x' }),
    get_chat: () => client.getChat({ chatId: 'x' }),
    list_archives: () => client.listArchives(),
    send_event: () =>
      client.sendEvent({ chatId: 'x', event: { type: 'message', text: 'x', customId: 'x' } }),
    start_chat: () => client.startChat(),
    resume_chat: () => client.resumeChat({ chatId: 'x' }),
    get_customer: () => client.getCustomer('x'),
    upload_file: () => client.uploadFile(new File(['x'], 'x.txt')),
  }
  await expect(calls[action]()).rejects.toMatchObject({ code: 'invalid_response', action })
})

test('gets the agent’s own profile with their role and groups, and nobody else’s', async () => {
  const profile = { agentId: me, name: 'Ada Agent', role: 'normal', groupIds: [1, 2] }
  const limited = clientWith(['agents--my:ro'])
  expect(await limited.getAgent(me)).toEqual(profile)
  await expect(limited.getAgent('smith@example.com')).rejects.toMatchObject({
    code: 'authorization',
    action: 'get_agent',
  })
})

test('lists agents, groups, tags and who accepts chats by name', async () => {
  const asked = clientWith([
    'agents--all:ro',
    'agents-bot--all:ro',
    'groups--all:ro',
    'tags--groups:ro',
  ])
  expect(await asked.listAgents()).toContainEqual({
    agentId: me,
    name: 'Ada Agent',
    role: 'normal',
    groupIds: [1, 2],
  })
  expect(await asked.listGroups()).toContainEqual({
    groupId: 1,
    name: 'Sales',
    routingStatus: 'accepting_chats',
  })
  expect(await asked.listTags()).toContain('bulk-order')
  expect(await asked.listRoutingStatuses()).toContainEqual({
    agentId: me,
    status: 'accepting_chats',
  })
})
