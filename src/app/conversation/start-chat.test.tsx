import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openThread } from '../../../sandbox/inbox/chat-mutations.ts'
import type { Chat } from '../../../sandbox/model/chat.ts'
import { email, inboxOf, isClosed, openChat } from '../testing/inbox.ts'

/** Opens a closed chat of a customer with a name, with the customer's details. */
async function openClosed() {
  const app = await openChat((chat) => isClosed(chat) && chat.customer?.name !== undefined)
  await screen.findByText('This chat is closed.')
  await app.user.click(await screen.findByRole('button', { name: 'Show details' }))
  const card = within(screen.getByRole('complementary', { name: 'Customer details' }))
  return { ...app, start: () => card.getByRole('button', { name: 'Start new chat' }) }
}

test('from the customer card a new chat starts, with the agent in it and in the list', async () => {
  const { world, chatId, user, start } = await openClosed()
  const customer = inboxOf(world).read(chatId)?.customer
  await user.click(start())
  await waitFor(() => expect(location.pathname).not.toBe(`/chats/${chatId}`))
  const reply = await screen.findByRole('textbox', { name: 'Reply to customer' })
  await waitFor(() => expect(document.activeElement).toBe(reply))
  const talk = within(screen.getByRole('region', { name: 'Conversation' }))
  expect(talk.getByRole('heading', { level: 2 }).textContent).toBe(customer?.name)
  await user.keyboard('Your tent is ready{Enter}')
  const list = within(screen.getByRole('list', { name: 'Chats' }))
  await list.findByText('Your tent is ready')
  const chat = inboxOf(world).read(location.pathname.split('/').at(-1) ?? '')
  expect(chat?.customer?.id).toBe(customer?.id)
  expect(chat?.agents).toMatchObject([{ id: email, present: true }])
})

test('limit_reached: a chat that cannot be started says why, and can be tried again', async () => {
  const { chatId, user, bend, start } = await openClosed()
  bend('start_chat', { errorType: 'limit_reached' })
  await user.click(start())
  expect((await screen.findByRole('alert')).textContent).toContain('Close a chat, then try again.')
  expect(location.pathname).toBe(`/chats/${chatId}`)
  await user.click(start())
  await waitFor(() => expect(location.pathname).not.toBe(`/chats/${chatId}`))
})

test('a customer in an open chat leads to that chat, not to a second one', async () => {
  const { world, chatId, user, start } = await openClosed()
  const inbox = inboxOf(world)
  const customer = structuredClone(inbox.read(chatId)?.customer)
  const other: Chat = {
    id: inbox.newChatId(),
    ...(customer && { customer }),
    agents: [],
    threads: [],
    properties: {},
    access: { group_ids: [0] },
    followers: [],
  }
  openThread(other, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
  inbox.add(other)
  await user.click(start())
  expect((await screen.findByRole('alert')).textContent).toContain(
    'This customer already has an open chat.',
  )
  expect(location.pathname).toBe(`/chats/${chatId}`)
  await user.click(screen.getByRole('link', { name: 'Open that chat' }))
  await waitFor(() => expect(location.pathname).toBe(`/chats/${other.id}`))
  await screen.findByRole('button', { name: 'Join chat' })
})

test('a chat that cannot be reopened says why and offers a new one', async () => {
  const { chatId, user, bend } = await openClosed()
  bend('resume_chat', { errorType: 'missing_access' })
  await user.click(screen.getByRole('button', { name: 'Reopen chat' }))
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Ask an administrator to add you',
  )
  const talk = within(screen.getByRole('region', { name: 'Conversation' }))
  await user.click(talk.getByRole('button', { name: 'Start new chat' }))
  await waitFor(() => expect(location.pathname).not.toBe(`/chats/${chatId}`))
  const reply = await screen.findByRole('textbox', { name: 'Reply to customer' })
  await waitFor(() => expect(document.activeElement).toBe(reply))
})
