import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mintAccessToken } from '../../../sandbox/control/control-actions.ts'
import { type RunningSandbox, startSandbox } from '../../../sandbox/server/serve.ts'
import {
  type AgentChatClient,
  AgentChatError,
  createAgentChatClient,
} from '../../agent-chat/index.ts'
import { SignInError } from '../../auth/index.ts'
import { createDesk, notAmong, type Outgoing } from './composer-store.ts'
import { sendErrorWords, sendMessage } from './send-message.ts'

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
    renewAccessToken: () => Promise.reject(new Error('there is no other')),
  })
  const [inbox] = sandbox.world.inboxes.values()
  const mine = inbox?.index.all().find((one) => one.active && one.present.includes(me))
  chatId = mine?.id ?? ''
})

function message(): Outgoing {
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

/** The same client, but the answers of the first messages get lost on their way back. */
function losingAnswers(times: number): AgentChatClient {
  let left = times
  return {
    ...agentChat,
    async sendEvent(request, options) {
      const id = await agentChat.sendEvent(request, options)
      if (left-- > 0) throw new AgentChatError('network', 'send_event')
      return id
    },
  }
}

test('a message is sent, and the desk knows', async () => {
  const desk = createDesk()
  await sendMessage(agentChat, desk, message())
  const { thread } = await agentChat.getChat({ chatId })
  const eventId = thread?.events.at(-1)?.id
  expect(desk.outgoing(chatId)).toMatchObject([{ customId: 'mine', status: 'sent', eventId }])
  expect(await arrived()).toBe(1)
})

test('a message that arrived although its answer did not counts as sent', async () => {
  const desk = createDesk()
  await sendMessage(losingAnswers(1), desk, message())
  expect(desk.outgoing(chatId)).toMatchObject([{ status: 'sent' }])
  expect(await arrived()).toBe(1)
})

test('when even that cannot be found out, sending again looks first and never sends twice', async () => {
  const desk = createDesk()
  const client = losingAnswers(1)
  sandbox.world.faults.push({ endpoint: 'get_chat', times: 1, drop: true })
  await sendMessage(client, desk, message())
  const [failed] = desk.outgoing(chatId)
  expect(failed).toMatchObject({ status: 'failed', doubtful: true, error: { code: 'network' } })
  await sendMessage(client, desk, failed as Outgoing)
  expect(desk.outgoing(chatId)).toMatchObject([{ status: 'sent' }])
  expect(await arrived()).toBe(1)
})

test('a message that never arrived is sent when asked again', async () => {
  const desk = createDesk()
  sandbox.world.faults.push({ endpoint: 'send_event', times: 1, drop: true })
  await sendMessage(agentChat, desk, message())
  const [failed] = desk.outgoing(chatId)
  expect(failed?.status).toBe('failed')
  expect(await arrived()).toBe(0)
  await sendMessage(agentChat, desk, failed as Outgoing)
  expect(await arrived()).toBe(1)
})

test('a plain refusal is no doubt: the words stay, with the reason', async () => {
  const desk = createDesk()
  sandbox.world.faults.push({ endpoint: 'send_event', times: 1, errorType: 'limit_reached' })
  await sendMessage(agentChat, desk, message())
  expect(desk.outgoing(chatId)).toMatchObject([
    { status: 'failed', text: 'Hello', doubtful: false, error: { code: 'limit_reached' } },
  ])
})

test('what has become an event is known by either id, and what has none is not', () => {
  const sent = { ...message(), eventId: 'E1' }
  const event = { id: 'E2', customId: undefined }
  expect(notAmong([message(), sent], [event])).toEqual([message(), sent])
  expect(notAmong([message(), sent], [{ ...event, id: 'E1' }])).toEqual([message()])
  expect(notAmong([message(), sent], [{ ...event, customId: 'mine' }])).toEqual([])
})

test('the desk keeps drafts and messages of each chat apart, and forgets what is discarded', () => {
  const desk = createDesk()
  desk.setDraft('a', { text: 'half', agentsOnly: true })
  expect(desk.draft('a').text).toBe('half')
  expect(desk.draft('b').text).toBe('')
  desk.put(message())
  expect(desk.outgoing('other')).toEqual([])
  desk.remove(message())
  expect(desk.outgoing(chatId)).toEqual([])
})

test('the desk remembers where one was, list by list', () => {
  const desk = createDesk()
  const place = { offset: 920, pageId: 'page', pageOffset: 460 }
  desk.keepPlace('show=closed', place)
  expect(desk.place('show=closed')).toEqual(place)
  expect(desk.place('')).toBeUndefined()
})

test('what was not sent says why and the way out', () => {
  const words = (code: 'limit_reached' | 'chat_inactive') =>
    sendErrorWords(new AgentChatError(code, 'send_event'))
  expect(words('limit_reached')).toContain('Close the chat and start it again')
  expect(words('chat_inactive')).toContain('This chat is closed')
  const over = new SignInError('session_expired')
  expect(sendErrorWords(over)).toBe(over.message)
  expect(sendErrorWords(new TypeError('ours'))).toContain('fault of its own')
})
