import { expect, test } from 'vitest'
import { createTestRtm, errorOf, everyScope, names } from './test-rtm.ts'

const ada = 'agent@example.com'
const smith = 'smith@example.com'
const scopes = [...everyScope, 'customers:rw', 'customers.ban:rw', 'multicast:rw']

/** A chat that Ada is in, with two of her connections and one of a colleague who follows it. */
function start() {
  const rtm = createTestRtm()
  const { id, threads, customer } = rtm.find(
    (chat, { present }) => present.includes(ada) && chat.agents.length === 1,
  )
  const [mine, tab] = [rtm.agent(ada, {}, scopes), rtm.agent(ada, {}, scopes)]
  const follower = rtm.agent(smith, {}, [...scopes, 'chats--all:rw'])
  follower.request('follow_chat', { id })
  follower.take()
  const at = { chat_id: id, thread_id: threads.at(-1)?.id }
  return { ...rtm, id, at, mine, tab, follower, customerId: customer?.id ?? '' }
}

test('thinking is shown to the others in the chat, from 3.6', () => {
  const { mine, tab, follower, agent, id, at } = start()
  const older = agent(smith, { pushes: { '3.5': ['all'] } }, [...scopes, 'chats--all:rw'])
  const said = { title: 'Thinking...', description: 'Fetching data', custom_id: 'c-1' }
  expect(mine.request('send_thinking_indicator', { chat_id: id, ...said }).payload).toEqual({})
  expect(follower.pushes()).toMatchObject([
    {
      action: 'incoming_thinking_indicator',
      payload: { ...at, author_id: ada, sent_at: '2026-03-20T12:00:00.000000Z', ...said },
    },
  ])
  for (const { pushes } of [mine, tab, older]) expect(pushes()).toEqual([])
})

test('a preview is for the customer: no agent is shown it, and nobody keeps it', () => {
  const { mine, follower, id, inbox } = start()
  const before = inbox.read(id)
  const preview = (event: object) => mine.request('send_event_preview', { chat_id: id, event })
  expect(preview({ type: 'message', text: 'Preview' }).payload).toEqual({})
  expect(follower.pushes()).toEqual([])
  expect(inbox.read(id)).toBe(before)
  expect(errorOf(preview({ type: 'message', text: 'Note', visibility: 'agents' }))).toBe(
    'validation',
  )
  expect(errorOf(preview({ type: 'custom' }))).toBe('validation')
})

test('a button of a rich message that was pressed is told', () => {
  const { mine, follower, id, at } = start()
  const element = {
    title: 'Sure?',
    buttons: [{ text: 'Yes', postback_id: 'yes', user_ids: [] }],
  }
  const event = { type: 'rich_message', template_id: 'cards', elements: [element] }
  const { event_id } = mine.request('send_event', { chat_id: id, event }).payload
  follower.take()
  const postback = { id: 'yes', toggled: true }
  mine.request('send_rich_message_postback', { ...at, event_id, postback })
  expect(follower.pushes()).toMatchObject([
    {
      action: 'incoming_rich_message_postback',
      payload: { user_id: ada, ...at, event_id, postback },
    },
  ])
  const unknown = { ...at, event_id: 'none', postback }
  expect(errorOf(mine.request('send_rich_message_postback', unknown))).toBe('not_found')
})

test('a customer’s new name is told once, and stands in all their chats', () => {
  const { mine, tab, agent, id, inbox, customerId } = start()
  const stranger = agent('jones@example.com', {}, scopes)
  mine.request('start_chat', { chat: { users: [{ id: customerId, type: 'customer' }] } })
  tab.take()
  mine.take()
  expect(mine.request('update_customer', { id: customerId, name: 'Neo' }).payload).toEqual({})
  expect(tab.pushes()).toMatchObject([
    { action: 'customer_updated', payload: { id: customerId, name: 'Neo' } },
  ])
  expect(mine.pushes()).toMatchObject([{ action: 'customer_updated', request_id: 'r3' }])
  expect(names(stranger.pushes())).not.toContain('customer_updated')
  expect(inbox.chatsOf(customerId)).toHaveLength(2)
  for (const chat of inbox.chatsOf(customerId)) {
    expect(inbox.read(chat)?.customer?.name).toBe('Neo')
  }
  expect(inbox.read(id)?.customer?.id).toBe(customerId)
  expect(errorOf(mine.request('update_customer', { id: customerId }))).toBe('validation')
  expect(errorOf(mine.request('update_customer', { id: 'nobody', name: 'A' }))).toBe('not_found')
})

test('a banned customer’s chats are closed, and they are told as gone', () => {
  const { mine, tab, id, inbox, world, customerId } = start()
  inbox.changeCustomer(customerId, (customer) => Object.assign(customer, { online: true }))
  tab.take()
  mine.request('ban_customer', { id: customerId, ban: { days: 3 } })
  const seen = tab.pushes()
  expect(seen[0]).toMatchObject({
    action: 'customer_banned',
    payload: { customer_id: customerId, ban: { days: 3 } },
  })
  expect(names(seen)).toEqual(
    expect.arrayContaining(['incoming_event', 'chat_deactivated', 'customer_left']),
  )
  expect(inbox.entry(id)?.active).toBe(false)
  expect(inbox.isBanned(customerId, world.now())).toBe(true)
  expect(inbox.isBanned(customerId, world.now() + 3 * 86_400_000)).toBe(false)
})

test('a multicast reaches the agents it names', () => {
  const { mine, follower, agent } = start()
  const stranger = agent('jones@example.com', {}, everyScope)
  const content = { example: { nested: 'json' } }
  const send = (recipients: object) => mine.request('multicast', { recipients, content, type: 't' })
  send({ agents: { ids: [smith, 'jones@example.com'] } })
  expect(follower.pushes()).toMatchObject([
    { action: 'incoming_multicast', payload: { author_id: ada, content, type: 't' } },
  ])
  expect([mine.pushes(), stranger.pushes()]).toEqual([[], []])
  send({ agents: { groups: [3] } })
  expect(names(follower.pushes())).toEqual(['incoming_multicast'])
  send({ agents: { all: true } })
  expect(names(mine.pushes())).toEqual(['incoming_multicast'])
  expect(errorOf(send({}))).toBe('validation')
})

test('a summary is an event of an active thread, and set once for a closed one', () => {
  const { mine, id, at, inbox } = start()
  const ask = () => mine.request('request_thread_summary', at)
  expect(ask().payload).toEqual({})
  expect(mine.pushes()[0]).toMatchObject({
    action: 'incoming_event',
    payload: { event: { type: 'system', source: 'messaging', subtype: 'summary' } },
  })
  mine.request('deactivate_chat', { id })
  inbox.change(id, ({ threads }) => delete threads.at(-1)?.summary)
  mine.take()
  ask()
  expect(mine.pushes()).toMatchObject([
    { action: 'thread_summary_set', payload: { ...at, summary: { status: 'ok' } } },
  ])
  expect(errorOf(ask())).toBe('validation')
})

test('version 3.5 has none of the actions that came with 3.6', async () => {
  const { ask } = createTestRtm({ chats: 3 })
  const old = ask(ada, scopes)
  for (const action of [
    'send_event_preview',
    'send_thinking_indicator',
    'request_thread_summary',
  ]) {
    expect((await old(action, {}, '3.5')).get('error').get('message').value).toBe('Unknown action')
  }
})

test('a customer who comes and leaves is told to those who may see customers', () => {
  const { agent, customerId, inbox } = start()
  const [reader, plain] = [agent(ada), agent(ada, {}, ['chats--access:ro'])]
  const set = (online: boolean) =>
    inbox.changeCustomer(customerId, (customer) => Object.assign(customer, { online }))
  set(false)
  reader.take()
  set(true)
  set(false)
  expect(reader.pushes()).toMatchObject([
    { action: 'incoming_customer', payload: { id: customerId, online: true } },
    {
      action: 'customer_left',
      payload: { id: customerId, left_at: '2026-03-20T12:00:00.000000Z' },
    },
  ])
  expect(plain.pushes()).toEqual([])
})
