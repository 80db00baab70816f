import { waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AgentChatError, createAgentChatClient } from '../../agent-chat/index.ts'
import { outgoingIn } from '../../inbox/index.ts'
import { createInboxClient } from '../../react/inbox/inbox-client.ts'
import { apiUrl, connect } from '../testing/browser.ts'
import { type OpenApp, openApp } from '../testing/open-app.ts'

const ada = 'agent@example.com'

function chatOfAda({ sandbox }: OpenApp): string {
  const inbox = sandbox.world.inboxes.values().next().value
  const chat = inbox?.index.all().find(({ present, active }) => active && present.includes(ada))
  if (!chat) throw new Error('the sandbox has no chat of hers')
  return chat.id
}

const sends = ({ sandbox }: OpenApp) =>
  sandbox.world.requests.filter(({ endpoint }) => /^(upload_file|send_event)$/.test(endpoint))

/** In the same tab somebody else signs in. */
async function changeAgents({ sandbox, client }: OpenApp) {
  await client.signOut()
  connect(sandbox, 'smith@example.com')
  await client.signIn({ flow: 'popup' })
}

const busy = { errorType: 'too_many_requests', headers: { 'Retry-After': '1' } }

test.each([
  ['a message that waits because LiveChat is busy', 'send_event', busy, undefined],
  ['a file that waits because LiveChat is busy', 'upload_file', busy, new File(['x'], 'x.png')],
  ['a file that takes long to upload', 'upload_file', { delay: 500 }, new File(['x'], 'x.png')],
])('%s is never sent as the agent who signs in next (A48)', async (_, endpoint, fault, file) => {
  const app = await openApp('/account')
  const { composer, inbox } = createInboxClient(app.client, {
    apiUrl,
    pollInterval: 0,
  }).getSnapshot()
  const chatId = chatOfAda(app)
  app.bend(endpoint, fault)
  const sending = composer.outbox.send({
    chatId,
    customId: 'hers',
    text: 'from Ada',
    agentsOnly: false,
    createdAt: 0,
    status: 'sending',
    ...(file && { file }),
  })
  await waitFor(() => expect(sends(app)).toHaveLength(1))
  await changeAgents(app)
  await sending
  expect(outgoingIn(inbox.getSnapshot(), chatId)).toMatchObject([
    { status: 'failed', error: { code: 'signed_out' } },
  ])
  expect(sends(app)).toHaveLength(1)
})

test('the agent who signs in next has services of their own', async () => {
  const app = await openApp('/account')
  const services = createInboxClient(app.client, { apiUrl, pollInterval: 0 })
  const hers = services.getSnapshot()
  hers.queries.setQueryData(['chats'], 'hers')
  await changeAgents(app)
  const { agentChat, queries } = services.getSnapshot()
  expect(queries.getQueryData(['chats'])).toBeUndefined()
  await expect(hers.agentChat.listChats({})).rejects.toMatchObject({ code: 'signed_out' })
  await expect(agentChat.listChats({})).resolves.toHaveProperty('chats')
})

test('a call of a page that has only the sign-in client is not repeated with the next agent’s token', async () => {
  const app = await openApp('/account')
  const agentChat = createAgentChatClient({ apiUrl, ...app.client })
  app.bend('send_event', busy)
  const event = { type: 'message', text: 'from Ada', customId: 'hers' } as const
  const sending = agentChat.sendEvent({ chatId: chatOfAda(app), event })
  await waitFor(() => expect(sends(app)).toHaveLength(1))
  await changeAgents(app)
  const refusal = await sending.catch((thrown) => thrown)
  expect(refusal).toBeInstanceOf(AgentChatError)
  expect(refusal.cause).toMatchObject({ code: 'signed_out' })
  expect(sends(app).map(({ status }) => status)).toEqual([429, 401])
})
