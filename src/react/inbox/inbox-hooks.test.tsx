import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createSandbox, type Sandbox } from '../../../sandbox/server/sandbox.ts'
import { inboxOf, say } from '../../../sandbox/world/test-inbox.ts'
import { accountsUrl, apiUrl, connect } from '../../app/testing/browser.ts'
import { createSignInClient } from '../../auth/index.ts'
import {
  createInboxClient,
  InboxProvider,
  useChat,
  useChatList,
  useComposer,
  useDraft,
  useLiveStatus,
  useTyping,
  useUnread,
} from './index.ts'

const ada = 'agent@example.com'

/** Signs an agent in on a page of somebody else. */
async function openPage(hasWebSockets = true) {
  const sandbox = createSandbox()
  connect(sandbox, ada, hasWebSockets)
  const client = createSignInClient({
    clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
    accountsUrl,
    redirectUri: 'http://localhost:3000/',
  })
  await client.signIn()
  const inbox = createInboxClient(client, { apiUrl, pollInterval: hasWebSockets ? 10_000 : 200 })
  onTestFinished(() => {
    cleanup()
    inbox.dispose()
    client.dispose()
    vi.unstubAllGlobals()
  })
  return { sandbox, client, inbox }
}

function ownChats({ world }: Sandbox): string[] {
  const all = inboxOf(world).index.all()
  return all.filter(({ active, present }) => active && present.includes(ada)).map(({ id }) => id)
}

const connections = ({ rtm }: Sandbox) => [...rtm.connections].filter(({ session }) => session)

/** The newest text of a chat, and how often it was rendered. */
function Row({ chatId, renders }: { chatId: string; renders: Map<string, number> }) {
  const chat = useChat(chatId)
  const { typing } = useTyping(chatId)
  const hasDraft = useDraft(chatId, ({ text }) => text !== '')
  renders.set(chatId, (renders.get(chatId) ?? 0) + 1)
  const text = chat?.lastEvent?.type === 'message' ? chat.lastEvent.text : ''
  return <li data-chat={chatId}>{`${text} ${typing.length} ${hasDraft}`}</li>
}

const rowOf = (chatId: string) => document.querySelector(`[data-chat="${chatId}"]`)?.textContent

test('what happens in a chat renders what shows it, and no other chat', async () => {
  const { sandbox, inbox } = await openPage()
  const [first = '', second = ''] = ownChats(sandbox)
  const renders = new Map<string, number>()
  function List() {
    useChatList('mine')
    return null
  }
  function Reply() {
    const { setDraft } = useComposer(first)
    return (
      <button type="button" onClick={() => setDraft({ text: 'Hi' })}>
        Write
      </button>
    )
  }
  render(
    <InboxProvider client={inbox}>
      <List />
      <Reply />
      <Row chatId={first} renders={renders} />
      <Row chatId={second} renders={renders} />
    </InboxProvider>,
  )
  await waitFor(() => expect(connections(sandbox)).toHaveLength(1))
  say(sandbox.world, second, 'Anybody?')
  await waitFor(() => expect(rowOf(second)).toContain('Anybody?'))
  const before = renders.get(second)
  say(sandbox.world, first, 'Is it shipped?')
  await waitFor(() => expect(rowOf(first)).toContain('Is it shipped?'))
  act(() => screen.getByRole('button', { name: 'Write' }).click())
  await waitFor(() => expect(rowOf(first)).toContain('true'))
  expect(renders.get(second)).toBe(before)
})

function Chats() {
  const { rows } = useChatList('mine')
  const unread = useUnread()
  const { status } = useLiveStatus()
  return (
    <>
      <p>{`${status}, ${unread > 0 ? 'unread' : 'read'}`}</p>
      <ul>
        {rows?.slice(0, 50).map((chat) => (
          <li key={chat.id}>{chat.lastEvent?.type === 'message' ? chat.lastEvent.text : ''}</li>
        ))}
      </ul>
    </>
  )
}

test('a list of chats is live, and all of it ends with the agent', async () => {
  const { sandbox, client, inbox } = await openPage()
  const { agentChat } = inbox.getSnapshot()
  const [chatId = ''] = ownChats(sandbox)
  render(
    <InboxProvider client={inbox}>
      <Chats />
    </InboxProvider>,
  )
  await screen.findByText(/^live, /)
  say(sandbox.world, chatId, 'Is it shipped?')
  await screen.findByText('Is it shipped?')
  await screen.findByText('live, unread')
  await act(() => client.signOut())
  expect(screen.queryByText('Is it shipped?')).toBeNull()
  expect(screen.queryByText(/unread/)).toBeNull()
  await waitFor(() => expect(connections(sandbox)).toEqual([]))
  await expect(agentChat.listChats()).rejects.toMatchObject({ code: 'signed_out' })
})

test('without web sockets what is on screen is polled', async () => {
  const { sandbox, inbox } = await openPage(false)
  const [chatId = ''] = ownChats(sandbox)
  render(
    <InboxProvider client={inbox}>
      <Chats />
    </InboxProvider>,
  )
  await screen.findByText(/^unavailable, /)
  await waitFor(() => expect(document.querySelectorAll('li').length).toBeGreaterThan(0))
  say(sandbox.world, chatId, 'found by asking')
  await screen.findByText('found by asking')
})

test('a message that is sent is shown until it is in the chat', async () => {
  const { sandbox, inbox } = await openPage()
  const [chatId = ''] = ownChats(sandbox)
  function Reply() {
    const { outgoing, setDraft, send } = useComposer(chatId)
    const { text } = useDraft(chatId)
    return (
      <>
        <p>{`${outgoing.length} outgoing, ${text}.`}</p>
        <button type="button" onClick={() => setDraft({ text: 'On its way.' })}>
          Write
        </button>
        <button type="button" onClick={() => void send()}>
          Send
        </button>
      </>
    )
  }
  render(
    <InboxProvider client={inbox}>
      <Chats />
      <Reply />
    </InboxProvider>,
  )
  await screen.findByText(/^live, /)
  act(() => screen.getByRole('button', { name: 'Write' }).click())
  await screen.findByText('0 outgoing, On its way..')
  act(() => screen.getByRole('button', { name: 'Send' }).click())
  expect(screen.getByText('1 outgoing, .')).toBeDefined()
  await screen.findByText('On its way.')
  await screen.findByText('0 outgoing, .')
})

test('outside of a provider a hook says what is missing', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => void vi.restoreAllMocks())
  expect(() => render(<Chats />)).toThrow('wrap this component in <InboxProvider client={…}>')
})
