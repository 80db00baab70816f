import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import {
  appendEvent,
  closeThread,
  openThread,
  systemMessage,
} from '../../../sandbox/inbox/chat-mutations.ts'
import type { Chat } from '../../../sandbox/model/chat.ts'
import { connect } from '../testing/browser.ts'
import {
  asked,
  findChat,
  goTo,
  inboxOf,
  isClosed,
  isMine,
  isOpenToOthers,
  openChat,
  reopen,
  say,
  textsOf,
} from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'

const talk = () => within(screen.getByRole('region', { name: 'Conversation' }))
const card = () => within(screen.getByRole('complementary', { name: 'Customer details' }))
const reply = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^(Reply|Note) to/ })
const ended = () => screen.findByRole('region', { name: 'Your session has ended' })
const hasEnded = () => screen.queryByRole('region', { name: 'Your session has ended' }) !== null
const signInAgain = () =>
  screen.findAllByRole('button', {
    name: /^(Sign in with LiveChat|Continue (as .+|where you left off))$/,
  })

/** The events that contain the text. */
const eventsWith = (text: string) =>
  [...document.querySelectorAll('.talk .event')].filter((one) => one.textContent?.includes(text))

const isMineWithCustomer = (chat: Chat) => isMine(chat) && chat.customer !== undefined

test('an agent answers and leaves a note', async () => {
  const { world, chatId, user } = await openChat(isOpenToOthers)
  await user.click(screen.getByRole('button', { name: 'Join chat' }))
  await user.type(await reply(), 'Hello, I am here')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(eventsWith('Hello, I am here')[0]?.textContent).toMatch(/\d:\d\d/))
  await user.click(screen.getByRole('radio', { name: 'Note' }))
  await user.type(await reply(), 'ask Jamie first')
  await user.click(screen.getByRole('button', { name: 'Add note' }))
  await waitFor(() => {
    const [note] = eventsWith('ask Jamie')
    expect(note?.getAttribute('data-note')).toBe('true')
    expect(note?.textContent).toContain('visible to agents only')
  })
  await waitFor(() =>
    expect(textsOf(world, chatId).slice(-2)).toEqual(['Hello, I am here', 'ask Jamie first']),
  )
})

test('what an agent was writing is gone when another signs in over them (A48)', async () => {
  const { client, sandbox, user } = await openChat(isMineWithCustomer, {
    change: (world, id) =>
      inboxOf(world).change(id, (chat) => {
        const [ada] = chat.agents
        if (ada) chat.agents.push({ ...ada, id: 'smith@example.com' })
      }),
  })
  await user.type(await reply(), 'from Ada')
  connect(sandbox, 'smith@example.com')
  await client.signIn({ flow: 'popup' })
  const header = () => screen.getAllByRole('banner')[0]?.textContent
  await waitFor(() => expect(header()).toContain('Agent Smith'))
  expect((await reply()).value).toBe('')
})

test('a customer needs a reply until somebody answers; joining or adding a note does not count', async () => {
  const { chatId, user } = await openChat((chat) => isClosed(chat) && chat.customer !== undefined, {
    change(world, id) {
      reopen(world, id)
      say(world, id, 'is anybody there?')
    },
  })
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  const row = () =>
    screen.getByRole('list', { name: 'Chats' }).querySelector(`a[href^="/chats/${chatId}"]`)
      ?.textContent ?? ''
  await waitFor(() => expect(row()).toContain('is anybody there?'))
  expect(row()).toContain('Needs a reply')
  await user.click(screen.getByRole('button', { name: 'Join chat' }))
  await reply()
  await user.click(screen.getByRole('radio', { name: 'Note' }))
  await user.type(await reply(), 'on my way{Enter}')
  await waitFor(() => expect(row()).toContain('on my way'))
  expect(row()).toContain('Needs a reply')
  await user.click(screen.getByRole('radio', { name: 'Reply' }))
  await user.type(await reply(), 'I am{Enter}')
  await waitFor(() => expect(row()).toContain('Active'))
})

test('messages stay, each once, when the chat is closed and reopened', async () => {
  const { world, chatId, user } = await openChat(isMine)
  await user.type(await reply(), 'said just once{Enter}')
  await waitFor(() => expect(eventsWith('said just once')[0]?.textContent).toMatch(/\d:\d\d/))
  inboxOf(world).change(chatId, (chat) =>
    closeThread(chat, systemMessage('manual_archived_customer', 'Closed'), world.now()),
  )
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await user.click(await screen.findByRole('button', { name: 'Reopen chat' }))
  await reply()
  expect(isMine(inboxOf(world).read(chatId) as Chat)).toBe(true)
  await waitFor(() => expect(document.querySelectorAll('.thread').length).toBeGreaterThan(1))
  expect(eventsWith('said just once')).toHaveLength(1)
  expect(eventsWith('said just once')[0]?.closest('.thread')).not.toBeNull()
})

test('threads started while the agent was elsewhere leave no gap', async () => {
  const { world, chatId, user } = await openChat(isMineWithCustomer, {
    environment: { pollInterval: 1000 },
  })
  await user.type(await reply(), 'before it closed{Enter}')
  await waitFor(() => expect(textsOf(world, chatId).at(-1)).toBe('before it closed'))
  const inbox = inboxOf(world)
  inbox.change(chatId, (chat) => {
    const author = chat.customer?.id ?? ''
    for (const text of ['missed at first', 'here again']) {
      closeThread(chat, systemMessage('manual_archived_customer', 'Closed'), world.now())
      openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
      for (let count = 0; count < 31; count += 1)
        appendEvent(chat, { content: { type: 'message', text }, author }, world.now())
    }
  })
  await waitFor(() => {
    for (const text of ['here again', 'missed at first', 'before it closed'])
      expect(new Set(eventsWith(text).map((one) => one.closest('.thread'))).size, text).toBe(1)
  })
})

test('a failed message says what to do, keeps its text, and is sent once when tried again', async () => {
  const { world, chatId, user, bend } = await openChat(isMine)
  bend('send_event', { errorType: 'limit_reached' })
  await user.type(await reply(), 'once only{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Close the chat and reopen it, then try again',
  )
  await user.click(screen.getByRole('button', { name: 'Send again' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  await waitFor(() =>
    expect(textsOf(world, chatId).filter((one) => one === 'once only')).toHaveLength(1),
  )
  await waitFor(() => expect(eventsWith('once only')).toHaveLength(1))
})

test('a message whose response was lost is found, not sent twice', async () => {
  const { world, chatId, user } = await openChat(isMine)
  // It arrives, and the connection breaks before the response.
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    const response = await fetch(request)
    if (request.url.includes('/send_event')) throw new TypeError('Failed to fetch')
    return response
  })
  await user.type(await reply(), 'sent but unanswered{Enter}')
  await waitFor(() => expect(eventsWith('sent but unanswered')).toHaveLength(1))
  const arrived = () => textsOf(world, chatId).filter((one) => one === 'sent but unanswered')
  await waitFor(() => expect(arrived()).toHaveLength(1))
  await waitFor(() => expect(talk().queryByText('Sending…')).toBeNull())
  expect(eventsWith('sent but unanswered')).toHaveLength(1)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(arrived()).toHaveLength(1)
})

test('chat_inactive: a chat closed by somebody else says so and offers to start it again', async () => {
  const { world, chatId, user } = await openChat(isMine)
  await user.type(await reply(), 'are you there?')
  inboxOf(world).change(chatId, (chat) =>
    closeThread(
      chat,
      systemMessage('manual_archived_customer', 'The customer closed it'),
      world.now(),
    ),
  )
  await user.keyboard('{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('This chat is closed')
  await user.click(await screen.findByRole('button', { name: 'Reopen chat' }))
  await waitFor(() => expect(isMine(inboxOf(world).read(chatId) as Chat)).toBe(true))
  await user.click(screen.getByRole('button', { name: 'Send again' }))
  await waitFor(() => expect(textsOf(world, chatId).at(-1)).toBe('are you there?'))
})

test('the draft of each chat is kept while the agent is elsewhere', async () => {
  const { chatId, user } = await openChat(isMine)
  await user.type(await reply(), 'half a thought')
  const [first] = within(screen.getByRole('list', { name: 'Chats' })).getAllByRole('link')
  if (first) await user.click(first)
  await waitFor(() => expect(location.pathname).not.toBe(`/chats/${chatId}`))
  history.back()
  await waitFor(async () => {
    expect(location.pathname).toBe(`/chats/${chatId}`)
    expect((await reply()).value).toBe('half a thought')
  })
})

test('an agent follows a chat, tags it and hands it over', async () => {
  const { world, chatId, user } = await openChat(isOpenToOthers)
  await user.click(await screen.findByRole('button', { name: 'Follow' }))
  await screen.findByRole('button', { name: 'Following' })
  const toggle = screen.queryByRole('button', { name: 'Show details' })
  if (toggle) await user.click(toggle)
  await user.type(await screen.findByRole('textbox', { name: 'New tag' }), 'vip{Enter}')
  await user.click(await screen.findByRole('button', { name: 'Remove tag vip' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove tag vip' })).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Transfer' }))
  const region = within(await screen.findByRole('region', { name: 'Transfer chat' }))
  const [taker] = within(await region.findByRole('list', { name: 'Agents' })).getAllByRole('button')
  await waitFor(() => expect(taker?.textContent).toMatch(/\d chats? · accepts chats$/))
  const name = taker?.title ?? ''
  expect(taker?.querySelector('bdi')?.textContent).not.toBe(name)
  if (taker) await user.click(taker)
  await waitFor(() =>
    expect(
      inboxOf(world)
        .read(chatId)
        ?.agents.find(({ id }) => id === name)?.present,
    ).toBe(true),
  )
})

test('Escape closes the transfer before the chat, and keeps the note for when it is opened again', async () => {
  const { chatId, user } = await openChat(isMine)
  const button = screen.getByRole('button', { name: 'Transfer' })
  const note = () => screen.findByLabelText<HTMLTextAreaElement>(/^Note to whoever takes it/)
  await user.click(button)
  await user.type(await note(), 'half a thought')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: 'Transfer chat' })).toBeNull()
  expect(location.pathname).toBe(`/chats/${chatId}`)
  expect(document.activeElement).toBe(button)
  await user.click(button)
  expect((await note()).value).toBe('half a thought')
  await user.keyboard('{Escape}{Escape}')
  await waitFor(() => expect(location.pathname).toBe('/chats'))
})

test('a note that does not get through with a transfer is kept; one that did is not sent again', async () => {
  const { world, chatId, user, bend } = await openChat(
    (chat) => isMine(chat) && chat.access.group_ids[0] === 1,
  )
  const button = screen.getByRole('button', { name: 'Transfer' })
  const note = () => screen.findByLabelText<HTMLTextAreaElement>(/^Note to whoever takes it/)
  const give = async () =>
    user.click(
      within(await screen.findByRole('list', { name: 'Groups' })).getByRole('button', {
        name: /^Support/,
      }),
    )
  const notes = () =>
    inboxOf(world)
      .read(chatId)
      ?.threads.flatMap(({ events }) => events)
      .filter((event) => 'text' in event && event.text === 'wants a refund')
  await user.click(button)
  await user.type(await note(), 'wants a refund')
  bend('send_event', { errorType: 'validation' })
  await give()
  await screen.findByRole('alert')
  await user.click(button)
  expect((await note()).value).toBe('wants a refund')
  bend('transfer_chat', { errorType: 'validation' })
  await give()
  await waitFor(() => expect(notes()).toHaveLength(1))
  await screen.findByRole('alert')
  await user.click(button)
  expect((await note()).value).toBe('')
  await give()
  await waitFor(() => expect(inboxOf(world).read(chatId)?.access.group_ids).toEqual([2]))
  expect(notes()).toHaveLength(1)
})

test('a chat is transferred to a group, after a note to whoever takes it', async () => {
  const { world, chatId, user } = await openChat(
    (chat) => isMine(chat) && chat.access.group_ids[0] === 1,
  )
  await user.click(screen.getByRole('button', { name: 'Transfer' }))
  const region = within(await screen.findByRole('region', { name: 'Transfer chat' }))
  await user.type(region.getByLabelText(/^Note to whoever takes it/), 'wants a refund')
  const groups = within(await region.findByRole('list', { name: 'Groups' }))
  expect(groups.queryByRole('button', { name: /^Sales/ })).toBeNull()
  await user.click(groups.getByRole('button', { name: /^Support accepts chats/ }))
  const chat = () => inboxOf(world).read(chatId)
  await waitFor(() => expect(chat()?.access.group_ids).toEqual([2]))
  const note = chat()
    ?.threads.at(-1)
    ?.events.findLast(({ type }) => type === 'message')
  expect(note).toMatchObject({ text: 'wants a refund', visibility: 'agents' })
})

test('a file that is uploading shows its size and that it goes on, until it is canceled', async () => {
  const { sandbox, user, bend } = await openChat(isMine)
  bend('upload_file', { delay: 5000 })
  const photo = new File([new Uint8Array(2000)], 'photo.png', { type: 'image/png' })
  await user.upload(screen.getByLabelText('Attach file'), photo)
  await user.click(screen.getByRole('button', { name: 'Send' }))
  const status = await talk().findByText(/^Uploading 2 kB…$/i)
  expect(status.closest('.event')?.querySelector('progress')).not.toBeNull()
  await user.click(talk().getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(talk().queryByText(/photo.png/)).toBeNull())
  expect(asked(sandbox, 'send_event')).toHaveLength(0)
})

test('after the session has ended nothing is sent, attached or sent again until the agent signs in', async () => {
  const { world, chatId, sandbox, user, bend } = await openChat(isMine)
  bend('send_event', { errorType: 'authentication' })
  await user.type(await reply(), 'kept for later{Enter}')
  await ended()
  const again = () => talk().getByRole('button', { name: 'Send again' })
  await waitFor(() => expect(again().getAttribute('aria-disabled')).toBe('true'))
  const attach = () => screen.getByLabelText<HTMLInputElement>('Attach file')
  expect(attach().disabled).toBe(true)
  talk().getByText(/Sign in again to send\./)
  const sends = asked(sandbox, 'send_event').length
  await user.click(again())
  const [button] = await signInAgain()
  if (button) await user.click(button)
  await waitFor(() => expect(hasEnded()).toBe(false))
  await waitFor(() => expect(attach().disabled).toBe(false))
  expect(asked(sandbox, 'send_event')).toHaveLength(sends)
  await user.click(again())
  await waitFor(() => expect(textsOf(world, chatId).at(-1)).toBe('kept for later'))
})

test('after the session has ended the chat stays readable with its draft; signing in continues there', async () => {
  const { chatId, user, bend } = await openChat(isMine)
  await user.type(await reply(), 'unfinished')
  bend('list_chats', { errorType: 'authentication' })
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await ended()
  expect(document.querySelector('.talk .event')).not.toBeNull()
  const [button] = await signInAgain()
  if (button) await user.click(button)
  await waitFor(() => expect(hasEnded()).toBe(false))
  expect((await reply()).value).toBe('unfinished')
  expect(location.pathname).toBe(`/chats/${chatId}`)
})

test('a picture shows its name and size, a form its choices, the card where the chat started', async () => {
  const { user } = await openChat(isMineWithCustomer, {
    change: (world, chatId) =>
      inboxOf(world).change(chatId, (chat) => {
        const author = chat.customer?.id ?? ''
        const url = 'http://localhost:3002/files/1/tent.png'
        const picture = { type: 'file', name: 'tent.png', url, content_type: 'image/png' } as const
        appendEvent(chat, { content: { ...picture, size: 184_320 }, author }, world.now())
        const options = ['Support', 'Sales'].map((label, index) => ({ id: String(index), label }))
        const fields = [
          { type: 'radio', id: '1', label: 'Purpose', options },
          { type: 'name', id: '2', label: 'Your name' },
        ]
        appendEvent(chat, { content: { type: 'form', form_id: 'f', fields } }, world.now())
      }),
  })
  await waitFor(() =>
    expect(talk().getAllByRole('figure').at(-1)?.textContent).toBe('tent.png · 180 kB'),
  )
  const form = [...document.querySelectorAll<HTMLElement>('.talk .event')].at(-1)
  within(form ?? document.body).getByText('Options: Support, Sales')
  within(form ?? document.body).getByText('Not answered')
  await user.click(await screen.findByRole('button', { name: 'Show details' }))
  card().getByText('Started on')
  card().getByText('https://shop.example.com/')
})

test('a chat that loads late leaves the focus where the agent moved it', async () => {
  const { sandbox, user, bend } = await openApp('/chats')
  bend('get_chat', { delay: 300 })
  goTo(`/chats/${findChat(sandbox.world, isMine).id}`)
  await screen.findByRole('region', { name: 'Conversation' })
  const search = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search archives' })
  await user.type(search, 'tele')
  await screen.findByRole('complementary', { name: 'Customer details' })
  await reply()
  await user.keyboard('phone')
  expect(search.value).toBe('telephone')
})

test('a message that the list knows of is shown in the open chat at once', async () => {
  const { world, chatId, user, sandbox } = await openChat(isMine)
  const refresh = () => user.click(screen.getByRole('button', { name: 'Refresh' }))
  const looks = () => asked(sandbox, 'get_chat').length
  const before = looks()
  say(world, chatId, 'known to the list first')
  await refresh()
  await waitFor(() =>
    expect(document.querySelector('.talk')?.textContent).toContain('known to the'),
  )
  expect(looks()).toBe(before + 1)
  await refresh()
  await waitFor(() => expect(asked(sandbox, 'list_chats').at(-1)?.status).toBe(200))
  expect(looks()).toBe(before + 1)
})
