import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mintAccessToken } from '../../../../sandbox/control/control-actions.ts'
import { type RunningSandbox, startSandbox } from '../../../../sandbox/server/serve.ts'
import {
  type AgentChatClient,
  AgentChatError,
  createAgentChatClient,
} from '../../../agent-chat/index.ts'
import { createInboxStore, type OutgoingMessage, outgoingIn } from '../../../inbox/index.ts'
import { createOutbox, isSlowUpload } from './outbox.ts'

const me = 'agent@example.com'

let sandbox: RunningSandbox
let agentChat: AgentChatClient
let chatId: string

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
    renewAccessToken: async () => token,
  })
  const [inbox] = sandbox.world.inboxes.values()
  const mine = inbox?.index.all().find((one) => one.active && one.present.includes(me))
  chatId = mine?.id ?? ''
})

/** An outbox, and what of it is on its way: nobody tells this inbox what has arrived. */
function openOutbox(client = agentChat) {
  const inbox = createInboxStore()
  return {
    ...createOutbox(client, inbox),
    inbox,
    outgoing: (chatId: string) => outgoingIn(inbox.getSnapshot(), chatId),
  }
}

function message(): OutgoingMessage {
  return {
    chatId,
    customId: 'mine',
    text: 'Hello',
    agentsOnly: false,
    createdAt: 0,
    status: 'sending',
  }
}

async function arrived(): Promise<number> {
  const { thread } = await agentChat.getChat({ chatId })
  return thread?.events.filter((event) => event.customId === 'mine').length ?? 0
}

/** LiveChat has the next message, but its response gets lost on the way back. */
function loseResponse() {
  sandbox.world.faults.push({ endpoint: 'send_event', times: 1, loseResponse: true })
}

test('a message is sent and leaves the composer', async () => {
  const outbox = openOutbox()
  const sending = outbox.send(message())
  expect(outbox.outgoing(chatId)).toMatchObject([{ customId: 'mine', status: 'sending' }])
  await sending
  const { thread } = await agentChat.getChat({ chatId })
  const eventId = thread?.events.at(-1)?.id
  expect(outbox.outgoing(chatId)).toMatchObject([{ customId: 'mine', status: 'sent', eventId }])
  expect(await arrived()).toBe(1)
})

test('a message that arrived although its response was lost counts as sent', async () => {
  const outbox = openOutbox()
  loseResponse()
  await outbox.send(message())
  expect(outbox.outgoing(chatId)).toMatchObject([{ status: 'sent' }])
  expect(await arrived()).toBe(1)
})

test('when that cannot be checked, sending again checks first and never sends twice', async () => {
  const outbox = openOutbox()
  loseResponse()
  sandbox.world.faults.push({ endpoint: 'get_chat', times: 1, drop: true })
  await outbox.send(message())
  const [failed] = outbox.outgoing(chatId)
  expect(failed).toMatchObject({
    status: 'failed',
    deliveryUnknown: true,
    error: { code: 'network' },
  })
  await outbox.send(failed as OutgoingMessage)
  expect(outbox.outgoing(chatId)).toMatchObject([{ status: 'sent' }])
  expect(await arrived()).toBe(1)
})

test('a message that never arrived is sent on the next try', async () => {
  const outbox = openOutbox()
  sandbox.world.faults.push({ endpoint: 'send_event', times: 1, drop: true })
  await outbox.send(message())
  const [failed] = outbox.outgoing(chatId)
  expect(failed?.status).toBe('failed')
  expect(await arrived()).toBe(0)
  await outbox.send(failed as OutgoingMessage)
  expect(await arrived()).toBe(1)
})

test('in a chat that has no thread a message has not arrived, and is sent on the next try', async () => {
  const withoutThread: AgentChatClient = {
    ...agentChat,
    getChat: async (request) => ({ ...(await agentChat.getChat(request)), thread: undefined }),
  }
  const outbox = openOutbox(withoutThread)
  sandbox.world.faults.push({ endpoint: 'send_event', times: 1, drop: true })
  await outbox.send(message())
  const [failed] = outbox.outgoing(chatId)
  expect(failed).toMatchObject({ status: 'failed', deliveryUnknown: true })
  await outbox.send(failed as OutgoingMessage)
  expect(outbox.outgoing(chatId)).toMatchObject([{ status: 'sent' }])
})

test('a refused message keeps its text, with the reason', async () => {
  const outbox = openOutbox()
  sandbox.world.faults.push({ endpoint: 'send_event', times: 1, errorType: 'limit_reached' })
  await outbox.send(message())
  expect(outbox.outgoing(chatId)).toMatchObject([
    { status: 'failed', text: 'Hello', deliveryUnknown: false, error: { code: 'limit_reached' } },
  ])
})

test('messages of each chat are separate, and discarded ones are gone', async () => {
  const outbox = openOutbox()
  sandbox.world.faults.push({ endpoint: 'send_event', times: 1, errorType: 'limit_reached' })
  await outbox.send(message())
  expect(outbox.outgoing('other')).toEqual([])
  expect(outbox.holdsUnsent()).toBe(true)
  await outbox.discard(message())
  expect(outbox.outgoing(chatId)).toEqual([])
  expect(outbox.holdsUnsent()).toBe(false)
})

test('what waits behind a message that failed goes out when that turns out to have arrived', async () => {
  const outbox = openOutbox()
  loseResponse()
  sandbox.world.faults.push({ endpoint: 'get_chat', times: 1, drop: true })
  await Promise.all(written().map((one) => outbox.send(one)))
  expect(statuses(outbox)).toEqual(['first failed', 'second sending', 'third sending'])
  const chat = await agentChat.getChat({ chatId })
  outbox.inbox.apply({ type: 'chat_loaded', chat, since: 0 })
  await outbox.inTurn(chatId, async () => {})
  expect(statuses(outbox)).toEqual(['second sent', 'third sent'])
  expect(await eventsAtEnd()).toEqual(inOrder)
})

test.each([
  ['is slow', 'send_event', { delay: 300 }, undefined],
  [
    'meets a busy LiveChat',
    'send_event',
    { errorType: 'too_many_requests', headers: { 'Retry-After': '0' } },
    undefined,
  ],
  ['waits for a renewed token', 'send_event', { errorType: 'authentication' }, undefined],
  ['is a file', 'upload_file', { delay: 300 }, new File(['x'], 'photo.png')],
])('what is written while the first %s comes after it', async (_, endpoint, fault, file) => {
  const outbox = openOutbox()
  sandbox.world.faults.push({ endpoint, times: 1, ...fault })
  const written = ['first', 'second', 'third'].map((customId, index) => ({
    ...message(),
    customId,
    text: customId,
    agentsOnly: index === 1,
    ...(index === 0 && file && { file }),
  }))
  await Promise.all(written.map((one) => outbox.send(one)))
  const { thread } = await agentChat.getChat({ chatId })
  expect(thread?.events.slice(-3).map(({ customId }) => customId)).toEqual([
    'first',
    'second',
    'third',
  ])
})

const limit = { endpoint: 'send_event', times: 1, errorType: 'limit_reached' }
const inOrder = ['first', 'second', 'third']
const written = (first: Partial<OutgoingMessage> = {}) =>
  inOrder.map((customId, index) => ({ ...message(), customId, ...(index === 0 && first) }))
const statuses = (outbox: ReturnType<typeof openOutbox>) =>
  outbox.outgoing(chatId).map(({ customId, status }) => `${customId} ${status}`)
async function eventsAtEnd() {
  const { thread } = await agentChat.getChat({ chatId })
  return thread?.events.slice(-3).map(({ customId }) => customId)
}

test.each([
  ['message', limit, {}],
  ['file', { ...limit, endpoint: 'upload_file' }, { file: new File(['x'], 'photo.png') }],
])(
  'what is written after a %s that failed waits until that is sent again',
  async (_, fault, first) => {
    const outbox = openOutbox()
    sandbox.world.faults.push(fault)
    await Promise.all(written(first).map((one) => outbox.send(one)))
    expect(statuses(outbox)).toEqual(['first failed', 'second sending', 'third sending'])
    const [failed] = outbox.outgoing(chatId)
    await outbox.send(failed as OutgoingMessage)
    expect(await eventsAtEnd()).toEqual(inOrder)
  },
)

test('what is written after a message that failed goes out when that is discarded', async () => {
  const outbox = openOutbox()
  sandbox.world.faults.push(limit)
  await Promise.all(written().map((one) => outbox.send(one)))
  const [failed] = outbox.outgoing(chatId)
  await outbox.discard(failed as OutgoingMessage)
  expect(statuses(outbox)).toEqual(['second sent', 'third sent'])
  expect((await eventsAtEnd())?.slice(-2)).toEqual(['second', 'third'])
})

test('a message that failed holds up no other chat', async () => {
  const outbox = openOutbox()
  sandbox.world.faults.push(limit)
  await outbox.send(message())
  const [inbox] = sandbox.world.inboxes.values()
  const other = inbox?.index
    .all()
    .find(({ id, active, present }) => active && present.includes(me) && id !== chatId)
  const there = { ...message(), chatId: other?.id ?? '' }
  await outbox.send(there)
  expect(outbox.outgoing(there.chatId)).toMatchObject([{ status: 'sent' }])
})

test('a file that took too long has four times as long when it is sent again', async () => {
  const factors: unknown[] = []
  const slow: AgentChatClient = {
    ...agentChat,
    uploadFile(_file, options) {
      factors.push(options?.timeoutFactor)
      return Promise.reject(new AgentChatError('timed_out', 'upload_file'))
    },
  }
  const outbox = openOutbox(slow)
  let next: OutgoingMessage | undefined = { ...message(), file: new File(['x'], 'film.mp4') }
  for (let tries = 0; next && tries < 3; tries += 1) {
    await outbox.send(next)
    next = outbox.outgoing(chatId)[0]
    expect(next?.status).toBe('failed')
    expect(next?.error && isSlowUpload(next.error)).toBe(true)
  }
  expect(factors).toEqual([1, 4, 16])
})

test('an upload that is canceled sends nothing, and lets the next message go', async () => {
  const outbox = openOutbox()
  sandbox.world.faults.push({ endpoint: 'upload_file', times: 1, delay: 60_000 })
  const file = { ...message(), customId: 'file', file: new File(['x'], 'photo.png') }
  const sending = [file, message()].map((one) => outbox.send(one))
  outbox.cancel(file)
  await Promise.all(sending)
  expect(outbox.outgoing(chatId)).toMatchObject([{ customId: 'mine', status: 'sent' }])
  const { thread } = await agentChat.getChat({ chatId })
  expect(thread?.events.map(({ customId }) => customId)).not.toContain('file')
})

test('a file that is canceled while it waits for its turn is not uploaded', async () => {
  const outbox = openOutbox()
  sandbox.world.faults.push({ endpoint: 'send_event', times: 1, delay: 100 })
  const file = { ...message(), customId: 'file', file: new File(['x'], 'photo.png') }
  const sending = [message(), file].map((one) => outbox.send(one))
  outbox.cancel(file)
  await Promise.all(sending)
  expect(sandbox.world.requests.map(({ endpoint }) => endpoint)).not.toContain('upload_file')
  expect(outbox.outgoing(chatId)).toMatchObject([{ customId: 'mine', status: 'sent' }])
})

test('a file cannot be canceled any more once its message is on the way', async () => {
  const whileSending: unknown[] = []
  const watched: AgentChatClient = {
    ...agentChat,
    sendEvent(request) {
      whileSending.push(...outbox.outgoing(chatId))
      return agentChat.sendEvent(request)
    },
  }
  const outbox = openOutbox(watched)
  const sending = outbox.send({ ...message(), file: new File(['x'], 'a.png') })
  expect(outbox.outgoing(chatId)[0]).toHaveProperty('isCancelable')
  await sending
  expect(whileSending).toMatchObject([{ customId: 'mine', status: 'sending' }])
  expect(whileSending[0]).not.toHaveProperty('isCancelable')
})
