import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { closeThread, systemMessage } from '../../../sandbox/inbox/chat-mutations.ts'
import type { Chat } from '../../../sandbox/model/chat.ts'
import type { Sandbox } from '../../../sandbox/server/sandbox.ts'
import type { World } from '../../../sandbox/world/world.ts'
import {
  asked,
  email,
  findChat,
  goTo,
  inboxOf,
  isMine,
  isOpenToOthers,
  say,
} from '../testing/inbox.ts'
import {
  connections,
  isConnected,
  openLive,
  ownChats,
  rowOf,
  rows,
  seeAll,
} from '../testing/live.ts'
import { type AppOptions, openApp } from '../testing/open-app.ts'

const notice = () => screen.queryByText(/^Live updates/)

test('what a customer writes is in the list and in the open chat as it is written', async () => {
  const { sandbox } = await openLive()
  const { id } = findChat(sandbox.world, isMine)
  goTo(`/chats/${id}`)
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

test('what happens in an open chat is in it without asking for it', async () => {
  const { sandbox } = await openLive()
  const { world } = sandbox
  const { id } = findChat(world, isMine)
  goTo(`/chats/${id}`)
  await waitFor(() => expect(document.querySelector('.event')).not.toBeNull())
  await waitFor(() => expect(asked(sandbox, 'list_threads')).toHaveLength(1))
  const before = [...asked(sandbox, 'get_chat'), ...asked(sandbox, 'list_chats')].length
  const talk = within(screen.getByRole('region', { name: 'Conversation' }))
  say(world, id, 'one', 'two')
  await talk.findByText('two')
  inboxOf(world).change(id, (chat) => {
    const event = chat.threads.at(-1)?.events.at(-1)
    if (event?.type === 'message') event.text = 'two, corrected'
  })
  await talk.findByText('two, corrected')
  inboxOf(world).change(id, (chat) =>
    closeThread(chat, systemMessage('manual_archived_agent', 'Closed'), world.now()),
  )
  await talk.findByText('This chat is closed.')
  expect([...asked(sandbox, 'get_chat'), ...asked(sandbox, 'list_chats')]).toHaveLength(before)
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
  const { sandbox } = await openApp('/chats', { environment: { pollInterval: 400 } })
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

test('the title and the icon tell of unread chats, until the agent has seen them', async () => {
  const { sandbox } = await openLive()
  const { world } = sandbox
  const icon = document.head.appendChild(document.createElement('link'))
  icon.rel = 'icon'
  icon.href = '/favicon.svg'
  onTestFinished(() => icon.remove())
  const unread = () => Number(/^\((\d+)\) Chats · Inbox$/.exec(document.title)?.[1] ?? 0)
  const [first = '', second = ''] = ownChats(world)
  for (const id of ownChats(world)) seeAll(world, id)
  await waitFor(() => expect(document.title).toBe('Chats · Inbox'))
  say(world, first, 'one', 'two')
  await waitFor(() => expect(unread()).toBe(1))
  expect(icon.href).toContain('/favicon-unread.svg')
  say(world, second, 'three')
  await waitFor(() => expect(unread()).toBe(2))
  goTo('/archives')
  await waitFor(() => expect(document.title).toBe('(2) Archives · Inbox'))
  seeAll(world, first)
  seeAll(world, second)
  await waitFor(() => expect(document.title).toBe('Archives · Inbox'))
  expect(icon.href).toContain('/favicon.svg')
})

/** Opens a chat of the agent's beside the list. */
async function openOwn(options: AppOptions = {}) {
  const app = await openLive(options)
  const chat = findChat(app.sandbox.world, isMine)
  goTo(`/chats/${chat.id}`)
  await waitFor(() => expect(document.querySelector('.event')).not.toBeNull())
  return { ...app, chat }
}

/** Somebody in a chat writes. */
function signal(world: World, { id, threads }: Chat, action: string, shown: object): void {
  const payload = { chat_id: id, thread_id: threads.at(-1)?.id, ...shown }
  act(() => inboxOf(world).signal(id, { action, to: 'everybody', payload }))
}

const beingWritten = () => screen.queryByRole('list', { name: 'Being written' })

test('what a customer writes is seen before it is sent, and only then', async () => {
  const { sandbox, chat } = await openOwn()
  const author_id = chat.customer?.id
  const write = (text: string) =>
    signal(sandbox.world, chat, 'incoming_sneak_peek', { sneak_peek: { author_id, text } })
  write('I would like to')
  await waitFor(() => expect(beingWritten()?.textContent).toContain('I would like to'))
  expect(beingWritten()?.textContent).toContain('Not sent yet')
  await waitFor(() => expect(rowOf(chat.id)?.textContent).toContain('Typing: I would like to'))
  write('')
  await waitFor(() => expect(beingWritten()).toBeNull())
  write('I would like a refund')
  await waitFor(() => expect(beingWritten()?.textContent).toContain('a refund'))
  say(sandbox.world, chat.id, 'I would like a refund.')
  await waitFor(() => expect(beingWritten()).toBeNull())
  await waitFor(() => expect(rowOf(chat.id)?.textContent).toContain('I would like a refund.'))
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('refund')
})

test('another agent who types is named, in the chat and in its row', async () => {
  const { sandbox, chat } = await openOwn()
  signal(sandbox.world, chat, 'incoming_typing_indicator', {
    typing_indicator: { author_id: 'smith@example.com', visibility: 'agents', is_typing: true },
  })
  await waitFor(() => expect(beingWritten()?.textContent).toMatch(/\S+ is writing a note…/))
  await waitFor(() => expect(rowOf(chat.id)?.textContent).toMatch(/is typing…/))
})

test('the others see that the agent types, and agents only while it is a note', async () => {
  const { sandbox, user, chat } = await openOwn()
  const told: unknown[] = []
  inboxOf(sandbox.world).changes.subscribe((change) => {
    if (change.type === 'signal') told.push(change.signal)
  })
  const typing = (visibility: string, is_typing: boolean) =>
    expect.objectContaining({
      payload: expect.objectContaining({
        chat_id: chat.id,
        typing_indicator: expect.objectContaining({ visibility, is_typing }),
      }),
    })
  await user.type(screen.getByRole('textbox', { name: 'Reply to customer' }), 'One mo')
  await waitFor(() => expect(told).toEqual([typing('all', true)]))
  await user.click(screen.getByRole('radio', { name: 'Note' }))
  await waitFor(() => expect(told).toEqual([typing('all', true), typing('all', false)]))
  await user.type(screen.getByRole('textbox', { name: 'Note to agents' }), 'ment')
  await waitFor(() => expect(told.at(-1)).toEqual(typing('agents', true)))
})

const isAccepting = async () => {
  const found = await screen.findByRole('switch', { name: 'Accept chats' })
  return found.getAttribute('aria-checked') === 'true'
}
const acceptSwitch = () => screen.getByRole('switch', { name: 'Accept chats' })
const stopAccepting = ({ world }: Sandbox) =>
  inboxOf(world).setRoutingStatus(email, 'not_accepting_chats')
const acceptingNotice = () => screen.queryByRole('region', { name: 'You’re accepting chats' })

test('the switch shows whether the agent accepts chats, and changes it', async () => {
  const { sandbox, user } = await openLive({ prepare: stopAccepting })
  expect(await isAccepting()).toBe(false)
  await user.click(acceptSwitch())
  await waitFor(async () => expect(await isAccepting()).toBe(true))
  expect(inboxOf(sandbox.world).routingStatus(email)).toBe('accepting_chats')
  // The agent knows.
  expect(acceptingNotice()).toBeNull()
  act(() => stopAccepting(sandbox))
  await waitFor(async () => expect(await isAccepting()).toBe(false))
})

test('an agent to whom chats are routed from the start is told once', async () => {
  const { user } = await openLive()
  await waitFor(() => expect(acceptingNotice()).not.toBeNull())
  expect(await isAccepting()).toBe(true)
  await user.click(screen.getByRole('button', { name: 'OK' }))
  expect(acceptingNotice()).toBeNull()
  for (const accepts of [false, true]) {
    await user.click(acceptSwitch())
    await waitFor(async () => expect(await isAccepting()).toBe(accepts))
    expect(acceptingNotice()).toBeNull()
  }
})

test('an agent who accepts chats here is not away from here, until they stop in whatever app', async () => {
  const { sandbox, user } = await openLive({ prepare: stopAccepting })
  const isAway = () => connections(sandbox)[0]?.session?.away
  await isAccepting()
  expect(isAway()).toBe(true)
  await user.click(acceptSwitch())
  await waitFor(() => expect(isAway()).toBe(false))
  act(() => connections(sandbox)[0]?.terminate())
  await isConnected(sandbox)
  expect(isAway()).toBe(false)
  act(() => stopAccepting(sandbox))
  await waitFor(() => expect(isAway()).toBe(true))
})

test('an agent who is told that they accept chats, and says that it is fine, is not away', async () => {
  const { sandbox, user } = await openLive()
  const isAway = () => connections(sandbox)[0]?.session?.away
  await waitFor(() => expect(acceptingNotice()).not.toBeNull())
  expect(isAway()).toBe(true)
  await user.click(screen.getByRole('button', { name: 'OK' }))
  await waitFor(() => expect(isAway()).toBe(false))
})

test('a switch that does not work stays as it is and says so', async () => {
  const { bend, user, sandbox } = await openLive({ prepare: stopAccepting })
  await isAccepting()
  bend('set_routing_status', { errorType: 'authorization' })
  await user.click(acceptSwitch())
  await screen.findByText('Not allowed')
  expect(await isAccepting()).toBe(false)
  await waitFor(() => expect(connections(sandbox)[0]?.session?.away).toBe(true))
})
