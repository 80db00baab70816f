import { expect, test } from 'vitest'
import { createTestRtm, everyScope, type Frame, names } from '../rtm/test-rtm.ts'
import { createCustomerServer } from './customer-server.ts'
import { startVisit } from './customer-token.ts'

const ada = 'agent@example.com'

/** The inbox with an agent at work, and customers who come by. */
function start() {
  const rtm = createTestRtm({ chats: 5 })
  const server = createCustomerServer(rtm.world)

  function visit(token = startVisit(rtm.world).access_token) {
    const frames: Frame[] = []
    const end: { code?: number } = {}
    const connection = server.connect({
      send: (text) => void frames.push(JSON.parse(text)),
      close: (code) => void Object.assign(end, { code }),
      terminate: () => {},
    })
    let requests = 0
    const ask = (action: string, payload: object = {}) => {
      const request_id = `c${++requests}`
      connection.receive(JSON.stringify({ action, request_id, payload }))
      const response = frames.find((frame) => frame.request_id === request_id)
      if (!response) throw new Error(`${action} was not answered`)
      return response
    }
    const login = ask('login', { token })
    const pushes = () => frames.splice(0).filter(({ type }) => type === 'push')
    return { connection, ask, login, pushes, end, token }
  }

  const begin = (customer: ReturnType<typeof visit>, text = 'Hello') => {
    const chat_id = String(customer.ask('start_chat', { name: 'Thomas', text }).payload.id)
    customer.pushes()
    return chat_id
  }
  return { ...rtm, visit, begin }
}

test('a chat goes to the agent who is signed in and accepts chats, and the agent hears of it', () => {
  const { agent, visit, inbox } = start()
  const { pushes } = agent(ada)
  const customer = visit()
  expect(customer.login).toMatchObject({ success: true, payload: { organization: 'Acme Outdoor' } })
  const { payload } = customer.ask('start_chat', { name: 'Thomas', text: 'My tent leaks' })
  expect(payload).toMatchObject({
    agents: [{ id: ada, name: 'Ada Agent', present: true }],
    thread: { active: true, queued: false, events: [{ type: 'message', text: 'My tent leaks' }] },
  })
  const seen = pushes()
  expect(names(seen)).toEqual(['incoming_chat', 'incoming_customer'])
  expect(seen[0]?.payload).not.toHaveProperty('requester_id')
  expect(inbox.read(String(payload.id))?.customer).toMatchObject({ name: 'Thomas', online: true })
})

test('a chat waits in the queue while no agent accepts chats', () => {
  const { visit, inbox, begin } = start()
  const customer = visit()
  const chat_id = begin(customer)
  expect(inbox.queuePosition(chat_id)).toBeGreaterThan(0)
  expect(customer.ask('get_chat', { chat_id }).payload).toMatchObject({ thread: { queued: true } })
})

test('the agent sees what the customer is writing, and nobody keeps it', () => {
  const { agent, visit, begin, inbox } = start()
  const { pushes } = agent(ada)
  const customer = visit()
  const chat_id = begin(customer)
  const before = inbox.read(chat_id)
  pushes()
  customer.ask('send_sneak_peek', { chat_id, sneak_peek_text: 'My te' })
  expect(pushes()).toMatchObject([
    {
      action: 'incoming_sneak_peek',
      payload: {
        chat_id,
        thread_id: before?.threads[0]?.id,
        sneak_peek: { author_id: before?.customer?.id, text: 'My te', timestamp: 1774008000 },
      },
    },
  ])
  expect(customer.pushes()).toEqual([])
  expect(inbox.read(chat_id)).toBe(before)
})

test('the customer gets answers, typing and previews, and no notes', () => {
  const { agent, visit, begin } = start()
  const { request } = agent(ada)
  const customer = visit()
  const chat_id = begin(customer)
  const say = (text: string, visibility = 'all') =>
    request('send_event', { chat_id, event: { type: 'message', text, visibility } })
  request('send_typing_indicator', { chat_id, is_typing: true })
  request('send_event_preview', { chat_id, event: { type: 'message', text: 'Let me' } })
  say('Let me look')
  say('She is angry', 'agents')
  request('send_typing_indicator', { chat_id, is_typing: true, visibility: 'agents' })
  expect(names(customer.pushes())).toEqual([
    'incoming_typing_indicator',
    'incoming_event_preview',
    'incoming_event',
    'chat_changed',
  ])
  expect(JSON.stringify(customer.ask('get_chat', { chat_id }))).not.toContain('angry')
})

test('a customer sees their own chat and no other', () => {
  const { agent, visit, begin, find } = start()
  const { request } = agent(ada)
  const [one, other] = [visit(), visit()]
  const chat_id = begin(one)
  for (const id of [chat_id, find(() => true).id]) {
    expect(other.ask('get_chat', { chat_id: id }).payload).toMatchObject({
      error: { type: 'not_found' },
    })
    expect(
      other.ask('send_event', { chat_id: id, event: { type: 'message', text: 'Hi' } }).success,
    ).toBe(false)
  }
  one.ask('send_event', { chat_id, event: { type: 'message', text: 'Hi' } })
  request('send_typing_indicator', { chat_id, is_typing: true })
  expect(names(one.pushes())).toContain('incoming_typing_indicator')
  expect(other.pushes()).toEqual([])
})

test('a rating stands in the chat, and the agents read it', () => {
  const { agent, visit, begin, inbox } = start()
  const { pushes } = agent(ada)
  const customer = visit()
  const chat_id = begin(customer)
  pushes()
  expect(customer.ask('rate_chat', { chat_id, score: 1, comment: 'Fast' }).success).toBe(true)
  expect(inbox.read(chat_id)?.properties.rating).toEqual({ score: 1, comment: 'Fast' })
  const seen = pushes()
  expect(names(seen)).toEqual(
    expect.arrayContaining(['chat_properties_updated', 'thread_properties_updated']),
  )
  expect(seen[0]?.payload).toMatchObject({
    event: { system_message_type: 'rating.chat_rated', text_vars: { score: 'good' } },
  })
  expect(customer.ask('rate_chat', { chat_id, score: 5 }).success).toBe(false)
})

test('the customer ends the chat, and starts another in the same place', () => {
  const { agent, visit, begin, inbox } = start()
  const { pushes } = agent(ada)
  const customer = visit()
  const chat_id = begin(customer)
  pushes()
  customer.ask('deactivate_chat', { chat_id })
  const closed = pushes().find(({ action }) => action === 'chat_deactivated')
  expect(closed?.payload).toMatchObject({ chat_id, user_id: inbox.read(chat_id)?.customer?.id })
  expect(names(customer.pushes())).toContain('chat_deactivated')
  expect(begin(customer, 'One more thing')).toBe(chat_id)
  expect(inbox.read(chat_id)?.threads).toHaveLength(2)
  expect(names(pushes())).toContain('incoming_chat')
})

test('a customer who closes the page is gone, and back with the same token', () => {
  const { agent, visit, begin } = start()
  const { pushes } = agent(ada)
  const customer = visit()
  const tab = visit(customer.token)
  const chat_id = begin(customer)
  pushes()
  customer.connection.closed()
  expect(pushes()).toEqual([])
  tab.connection.closed()
  expect(names(pushes())).toEqual(['customer_left'])
  const { login } = visit(customer.token)
  expect(login.payload.chats).toMatchObject([{ id: chat_id }])
  expect(names(pushes())).toEqual(['incoming_customer'])
})

test('a banned customer is sent away, and stays away', () => {
  const { agent, visit, begin, inbox } = start()
  const { request } = agent(ada, {}, [...everyScope, 'customers.ban:rw'])
  const customer = visit()
  const id = inbox.read(begin(customer))?.customer?.id
  request('ban_customer', { id, ban: { days: 1 } })
  expect(customer.pushes().at(-1)).toMatchObject({
    action: 'customer_disconnected',
    payload: { reason: 'customer_banned' },
  })
  expect(customer.end.code).toBe(1008)
  expect(visit(customer.token).login.success).toBe(false)
})

test('an agent’s token opens no customer’s side', () => {
  const { visit, tokenFor } = start()
  const { login, ask } = visit(tokenFor(ada, everyScope))
  expect(login.payload).toMatchObject({ error: { type: 'authentication' } })
  expect(ask('start_chat', { text: 'Hi' }).payload).toMatchObject({
    error: { type: 'authentication' },
  })
})
