import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mintAccessToken } from '../../../sandbox/control/control-actions.ts'
import type { Inbox } from '../../../sandbox/inbox/inbox.ts'
import { type RunningSandbox, startSandbox } from '../../../sandbox/server/serve.ts'
import {
  type AgentChatClient,
  AgentChatError,
  createAgentChatClient,
} from '../../agent-chat/index.ts'
import { describeStartError, startCustomerChat } from './start-customer-chat.ts'

const me = 'agent@example.com'

let sandbox: RunningSandbox
let agentChat: AgentChatClient

beforeAll(async () => {
  sandbox = await startSandbox({ accountsPort: 0, apiPort: 0 })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.reset()
  const { token } = mintAccessToken(sandbox.world, {
    clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
    email: me,
  })
  agentChat = createAgentChatClient({
    apiUrl: sandbox.apiUrl,
    getAccessToken: async () => token,
    renewAccessToken: () => Promise.reject(new Error('there is no other')),
  })
})

function inbox(): Inbox {
  const [first] = sandbox.world.inboxes.values()
  if (!first) throw new Error('the sandbox has no inbox')
  return first
}

function customerOfChat(active: boolean) {
  const header = inbox()
    .index.all()
    .find((one) => one.active === active && one.startedAt > 0 && one.groupIds.includes(0))
  const customer = header && inbox().read(header.id)?.customer
  if (!customer) throw new Error('the sandbox has no such chat')
  return { chatId: header.id, customerId: customer.id }
}

const startsAsked = () =>
  sandbox.world.requests.filter((one) => one.endpoint === 'start_chat').length

test('a customer without an open chat gets a new one, with the agent in it', async () => {
  const { customerId } = customerOfChat(false)
  const { status, chatId } = await startCustomerChat(agentChat, customerId, [0])
  expect(status).toBe('started')
  const chat = inbox().read(chatId)
  expect(chat?.customer?.id).toBe(customerId)
  expect(chat?.agents).toMatchObject([{ id: me, present: true }])
})

test('a customer in an open chat does not get a second one', async () => {
  const { chatId, customerId } = customerOfChat(true)
  sandbox.world.requests.length = 0
  const started = await startCustomerChat(agentChat, customerId, [0])
  expect(started).toEqual({ status: 'open-already', chatId })
  expect(startsAsked()).toBe(0)
})

test('nor when it is the oldest of many open chats', async () => {
  const { chats } = await agentChat.listChats({ filter: { active: true }, limit: 100 })
  const oldest = chats.at(-1)
  const customer = oldest?.users.find(({ type }) => type === 'customer')
  const twoByTwo: AgentChatClient = {
    ...agentChat,
    listChats: (request = {}) =>
      agentChat.listChats('pageId' in request ? request : { ...request, limit: 2 }),
  }
  const started = await startCustomerChat(twoByTwo, customer?.id ?? '', [0])
  expect(started).toEqual({ status: 'open-already', chatId: oldest?.id })
  expect(startsAsked()).toBe(0)
})

test('when the response is lost, the new chat is found', async () => {
  const { customerId } = customerOfChat(false)
  const losing: AgentChatClient = {
    ...agentChat,
    async startChat(request) {
      await agentChat.startChat(request)
      throw new AgentChatError('network', 'start_chat')
    },
  }
  const { status, chatId } = await startCustomerChat(losing, customerId, [0])
  expect(status).toBe('started')
  expect(inbox().read(chatId)?.customer?.id).toBe(customerId)
})

test('a chat that could not be started says why', async () => {
  const { customerId } = customerOfChat(false)
  sandbox.world.faults.push({ endpoint: 'start_chat', times: 1, errorType: 'limit_reached' })
  await expect(startCustomerChat(agentChat, customerId, [0])).rejects.toMatchObject({
    code: 'limit_reached',
  })
  expect(sandbox.world.requests.at(-1)?.endpoint).toBe('start_chat')
  sandbox.world.faults.push({ endpoint: 'start_chat', times: 9, drop: true })
  await expect(startCustomerChat(agentChat, customerId, [0])).rejects.toMatchObject({
    code: 'network',
  })
})

test('the words lead out of it', () => {
  const words = (code: 'limit_reached' | 'missing_access' | 'internal') =>
    describeStartError(new AgentChatError(code, 'start_chat'))
  expect(words('limit_reached')).toContain('Close a chat')
  expect(words('missing_access')).toMatch(/chat’s group.*Ask an administrator/)
  expect(words('internal')).toContain('Try again')
  expect(describeStartError(new TypeError('ours'))).toContain('Something went wrong')
})

test('a server whose pages lead in circles is not searched for ever', async () => {
  const page = { chats: [], found: 0, nextPageId: 'again', previousPageId: undefined }
  let asked = 0
  const circling: AgentChatClient = {
    ...agentChat,
    listChats: async () => {
      asked += 1
      return page
    },
  }
  const { customerId } = customerOfChat(false)
  expect(await startCustomerChat(circling, customerId, [0])).toMatchObject({ status: 'started' })
  expect(asked).toBe(1)
})
