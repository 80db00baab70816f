import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { mintAccessToken, revokeTokens } from '../../../sandbox/control/control-actions.ts'
import { type RunningSandbox, startSandbox } from '../../../sandbox/server/serve.ts'
import { inboxOf, say } from '../../../sandbox/world/test-inbox.ts'
import { createLiveFeed, type LiveFeed, type LiveUpdate } from './live-feed.ts'

const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
const me = 'agent@example.com'

// Node 20 has none of its own.
beforeEach(() => void vi.stubGlobal('WebSocket', WebSocket))

/** An agent who is connected, and what they are told. */
async function connect() {
  const sandbox = await startSandbox({ accountsPort: 0, apiPort: 0 })
  const mint = () => mintAccessToken(sandbox.world, { clientId, email: me }).token
  let token = mint()
  const [organizationId = ''] = sandbox.world.inboxes.keys()
  const feed = createLiveFeed({
    organizationId,
    apiUrl: sandbox.apiUrl,
    getAccessToken: async () => token,
    renewAccessToken: async () => {
      token = mint()
      return token
    },
  })
  const updates: LiveUpdate[] = []
  feed.onUpdate((update) => void updates.push(update))
  onTestFinished(async () => {
    feed.close()
    await sandbox.close()
    vi.unstubAllGlobals()
  })
  await becomes(feed, 'live')
  const mine = inboxOf(sandbox.world)
    .index.all()
    .find(({ active, present }) => active && present.includes(me))
  return { sandbox, feed, updates, chatId: mine?.id ?? '', token }
}

const becomes = (feed: LiveFeed, status: string) =>
  vi.waitFor(() => expect(feed.getSnapshot()).toMatchObject({ status }), {
    interval: 5,
    timeout: 10_000,
  })

const told = (updates: LiveUpdate[], expected: object) =>
  vi.waitFor(() => expect(updates.at(-1)).toMatchObject(expected), { interval: 5, timeout: 10_000 })

/** Calls the sandbox's control API. */
async function control({ accountsUrl }: RunningSandbox, path: string, body: object) {
  const { status } = await fetch(`${accountsUrl}/sandbox/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(status).toBe(200)
}

test('an agent hears a customer, and which chats are open', async () => {
  const { sandbox, updates, chatId } = await connect()
  expect(updates[0]).toMatchObject({ type: 'connected', agentId: me })
  const [first] = updates
  const open = first?.type === 'connected' ? first.activeChats.map(({ id }) => id) : []
  expect(open).toContain(chatId)
  say(sandbox.world, chatId, 'Hello?')
  await told(updates, {
    type: 'incoming_event',
    chatId,
    event: { type: 'message', text: 'Hello?' },
  })
})

test('what the agent asks over the connection is done', async () => {
  const { feed, updates, chatId } = await connect()
  const event = { type: 'message', text: 'Hi', visibility: 'all', custom_id: 'mine' }
  const response = await feed.request('send_event', { chat_id: chatId, event })
  expect(response).toMatchObject({ event_id: expect.any(String) })
  await told(updates, { type: 'incoming_event', event: { customId: 'mine', authorId: me } })
  await expect(feed.request('send_event', { chat_id: 'none', event })).rejects.toMatchObject({
    name: 'AgentChatError',
  })
})

test('a revoked token ends the feed', async () => {
  const { sandbox, feed, token } = await connect()
  revokeTokens(sandbox.world, { token })
  await becomes(feed, 'stopped')
  expect(feed.getSnapshot()).toEqual({ status: 'stopped', reason: 'signed_out' })
})

test.each(['access_token_expired', 'internal_error'])(
  'after %s the agent is connected again and hears the customer',
  async (reason) => {
    const { sandbox, feed, updates, chatId } = await connect()
    await control(sandbox, 'connections/disconnect', { reason })
    await vi.waitFor(() => expect(feed.getSnapshot().status).not.toBe('live'), {
      interval: 5,
      timeout: 10_000,
    })
    feed.check()
    await becomes(feed, 'live')
    say(sandbox.world, chatId, 'Still there?')
    await told(updates, { type: 'incoming_event', event: { text: 'Still there?' } })
  },
)

test('pushes that are unknown, doubled or without payload change nothing', async () => {
  const { sandbox, feed, updates, chatId } = await connect()
  sandbox.world.pushFaults.push({ times: 1, duplicate: true }, { times: 1, withoutPayload: true })
  say(sandbox.world, chatId, 'one', 'two', 'three')
  await told(updates, { type: 'incoming_event', event: { text: 'three' } })
  expect(feed.getSnapshot()).toEqual({ status: 'live' })
})
