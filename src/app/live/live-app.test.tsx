import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { closeThread, systemMessage } from '../../../sandbox/inbox/chat-mutations.ts'
import type { Sandbox } from '../../../sandbox/server/sandbox.ts'
import { asked, findChat, goTo, inboxOf, isMine, isOpenToOthers, say } from '../testing/inbox.ts'
import { type AppOptions, openApp } from '../testing/open-app.ts'

const hour = 3_600_000

/** Opens the app where it asks for nothing in the time of a test unless it is told. */
async function openLive(options: AppOptions = {}) {
  const app = await openApp('/chats?show=mine', {
    live: true,
    environment: { pollInterval: hour },
    ...options,
  })
  await rows()
  await isConnected(app.sandbox)
  return app
}

const rows = async () =>
  within(await screen.findByRole('list', { name: 'Chats' })).getAllByRole('listitem')

const connections = ({ rtm }: Sandbox) => [...rtm.connections].filter(({ session }) => session)

/** Waits until an agent is connected, and the list has been loaded again because of it. */
async function isConnected(sandbox: Sandbox): Promise<void> {
  const { requests } = sandbox.world
  await waitFor(() => expect(connections(sandbox)).toHaveLength(1))
  const login = requests.findLastIndex(({ endpoint }) => endpoint === 'login')
  await waitFor(() =>
    expect(requests.slice(login).map(({ endpoint }) => endpoint)).toContain('list_chats'),
  )
}

const rowOf = (chatId: string) => document.querySelector(`.chat-row[href^="/chats/${chatId}"]`)
const notice = () => screen.queryByText(/^Live updates/)

test('what a customer writes is in the list and in the open chat as it is written', async () => {
  const { sandbox } = await openLive()
  const { id } = findChat(sandbox.world, isMine)
  goTo(`/chats/${id}?show=mine`)
  await waitFor(() => expect(document.querySelector('.event')).not.toBeNull())
  say(sandbox.world, id, 'Is anybody there?')
  const talk = screen.getByRole('region', { name: 'Conversation' })
  await within(talk).findByText('Is anybody there?')
  await waitFor(() => expect(rowOf(id)?.textContent).toContain('Is anybody there?'))
  expect(notice()).toBeNull()
})

test('however much is written, the list is asked for now and then', async () => {
  const { sandbox } = await openLive()
  const { id } = findChat(sandbox.world, isMine)
  const before = asked(sandbox, 'list_chats').length
  for (let count = 0; count < 50; count += 1) say(sandbox.world, id, `line ${count}`)
  await waitFor(() => expect(rowOf(id)?.textContent).toContain('line 49'))
  expect(asked(sandbox, 'list_chats').length - before).toBeLessThanOrEqual(2)
})

test('what happens to chats is in the list without asking for it', async () => {
  const { sandbox } = await openLive()
  const { world } = sandbox
  const { id } = findChat(world, isMine)
  const before = asked(sandbox, 'list_chats').length
  say(world, id, 'no need to ask')
  await waitFor(() => expect(rowOf(id)?.textContent).toContain('no need to ask'))
  await waitFor(async () => expect((await rows())[0]?.textContent).toContain('no need to ask'))
  inboxOf(world).change(id, (chat) =>
    closeThread(chat, systemMessage('manual_archived_agent', 'Closed'), world.now()),
  )
  await waitFor(() => expect(rowOf(id)).toBeNull())
  expect(asked(sandbox, 'list_chats')).toHaveLength(before)
})

test('a chat that goes where the agent may not see it leaves the list', async () => {
  const { sandbox } = await openLive()
  const { world } = sandbox
  const { id } = findChat(world, isMine)
  await waitFor(() => expect(rowOf(id)).not.toBeNull())
  inboxOf(world).change(id, (chat) => {
    chat.access = { group_ids: [9] }
    for (const thread of chat.threads) thread.access = { group_ids: [9] }
  })
  await waitFor(() => expect(rowOf(id)).toBeNull())
})

test('a page that is looked at again asks for nothing while LiveChat tells it', async () => {
  const { sandbox } = await openLive()
  const before = sandbox.world.requests.length
  await act(
    async () => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  )
  await waitFor(() => expect(asked(sandbox, 'ping')).toHaveLength(1))
  expect(sandbox.world.requests.slice(before).map(({ endpoint }) => endpoint)).toEqual(['ping'])
})

test('after a lost connection the list is loaded again', async () => {
  const { sandbox } = await openLive()
  const { id } = findChat(sandbox.world, isMine)
  const [lost] = connections(sandbox)
  act(() => lost?.terminate())
  say(sandbox.world, id, 'while you were cut off')
  await isConnected(sandbox)
  await waitFor(() => expect(rowOf(id)?.textContent).toContain('while you were cut off'))
})

test('a chat of others, of whose messages LiveChat tells nothing, is polled', async () => {
  const { sandbox } = await openLive({ environment: { pollInterval: 400 } })
  const { id } = findChat(sandbox.world, isOpenToOthers)
  goTo(`/chats/${id}`)
  await waitFor(() => expect(document.querySelector('.event')).not.toBeNull())
  say(sandbox.world, id, 'for somebody else')
  await within(screen.getByRole('region', { name: 'Conversation' })).findByText('for somebody else')
})

test('without web sockets the list is polled, and says so', async () => {
  const { sandbox } = await openApp('/chats?show=mine', { environment: { pollInterval: 400 } })
  await rows()
  await screen.findByText('Live updates are unavailable. Checking every 0.4 seconds.')
  const { id } = findChat(sandbox.world, isMine)
  say(sandbox.world, id, 'found by asking')
  await waitFor(() => expect(rowOf(id)?.textContent).toContain('found by asking'))
})

test('an agent who is connected elsewhere is told, and connects here at their wish', async () => {
  const { sandbox, user } = await openLive()
  act(() => connections(sandbox)[0]?.disconnect('connection_evicted'))
  await screen.findByText(/^Live updates moved to another window or app\./)
  expect(connections(sandbox)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Turn on here' }))
  await isConnected(sandbox)
  await waitFor(() => expect(notice()).toBeNull())
})

test('the connection ends with the session, and the next agent has one of their own', async () => {
  const { sandbox, user } = await openLive()
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await waitFor(() => expect(connections(sandbox)).toEqual([]))
  expect(asked(sandbox, 'logout')).toHaveLength(1)
})

test('a page that the browser keeps for Back has no connection, and gets one when it is back', async () => {
  const { sandbox } = await openLive()
  act(() => void window.dispatchEvent(new Event('pagehide')))
  expect(connections(sandbox)).toEqual([])
  const { id } = findChat(sandbox.world, isMine)
  say(sandbox.world, id, 'while you were away')
  act(() => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })))
  await isConnected(sandbox)
  await waitFor(() => expect(rowOf(id)?.textContent).toContain('while you were away'))
})
