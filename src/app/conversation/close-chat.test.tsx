import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { closeThread, systemMessage } from '../../../sandbox/inbox/chat-mutations.ts'
import type { World } from '../../../sandbox/world/world.ts'
import { undoTime } from '../closing/closing-store.ts'
import { connect } from '../testing/browser.ts'
import { installClock, pass } from '../testing/clock.ts'
import {
  asked,
  email,
  findChat,
  goTo,
  inboxOf,
  isClosed,
  isMine,
  isOpenToOthers,
  openChat,
  say,
} from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'

const reply = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Reply to/ })
const closeChat = () => screen.findByRole('button', { name: 'Close chat' })
const undo = () => screen.findByRole('button', { name: 'Undo' })

/** Closes a chat otherwise than on this page. */
function closeElsewhere(world: World, chatId: string): void {
  const why = systemMessage('manual_archived_customer', 'The customer closed the chat')
  inboxOf(world).change(chatId, (chat) => closeThread(chat, why, world.now()))
}

/** Opens a chat of the agent's, with only such others as wait for a reply. */
async function openMine(waiting: number) {
  const app = await openApp('/chats')
  const { world } = app.sandbox
  const inbox = inboxOf(world)
  const mine = inbox.index
    .all()
    .map(({ id }) => inbox.read(id))
    .filter((chat) => chat && isMine(chat) && chat.customer)
    .flatMap((chat) => chat?.id ?? [])
  const [chatId = '', ...others] = mine
  for (const [index, id] of others.entries()) {
    if (index < waiting) say(world, id, 'hello?')
    else
      inbox.change(id, (chat) => {
        for (const agent of chat.agents) if (agent.id === email) agent.present = false
      })
  }
  await app.user.click(await screen.findByRole('button', { name: 'Refresh' }))
  goTo(`/chats/${chatId}`)
  await reply()
  const isClosedNow = () => isClosed(inbox.read(chatId) ?? findChat(world, isMine))
  return { ...app, world, chatId, others, isClosedNow }
}

test('closing a chat opens one that waits for a reply, with the focus in its reply', async () => {
  installClock()
  const { user, others, isClosedNow } = await openMine(1)
  await user.click(await closeChat())
  await waitFor(() => expect(location.pathname).toBe(`/chats/${others[0]}`))
  const field = await reply()
  await waitFor(() => expect(document.activeElement).toBe(field))
  expect(isClosedNow()).toBe(false)
  await pass(undoTime, 'awake')
  await waitFor(() => expect(isClosedNow()).toBe(true))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull())
  expect(document.activeElement).toBe(field)
})

test('with no chat that waits, the focus is where it is said', async () => {
  const { user } = await openMine(0)
  await user.click(await closeChat())
  await waitFor(() => expect(location.pathname).toBe('/chats'))
  const place = screen.getByText('No chat is waiting for your reply.').parentElement
  expect(document.activeElement).toBe(place)
})

test('undo opens the chat again, which LiveChat never closed', async () => {
  installClock()
  const { user, chatId, sandbox, isClosedNow } = await openMine(1)
  await user.click(await closeChat())
  await user.click(await undo())
  await waitFor(() => expect(location.pathname).toBe(`/chats/${chatId}`))
  const field = await reply()
  await waitFor(() => expect(document.activeElement).toBe(field))
  await pass(2 * undoTime, 'awake')
  expect(isClosedNow()).toBe(false)
  expect(asked(sandbox, 'deactivate_chat')).toHaveLength(0)
})

test('who signs out has closed what they closed, before the token is revoked', async () => {
  const { user, sandbox, isClosedNow } = await openMine(1)
  await user.click(await closeChat())
  await undo()
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByRole('button', { name: 'Use another account' })
  expect(isClosedNow()).toBe(true)
  await waitFor(() => expect(sandbox.world.accessTokens.size).toBe(0))
})

test('signing out does not wait for LiveChat for long', async () => {
  installClock()
  const { user, client, bend } = await openMine(1)
  bend('deactivate_chat', { delay: 60_000 })
  await user.click(await closeChat())
  await undo()
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  expect(client.getSnapshot().status).toBe('signed-in')
  await pass(2_000, 'awake')
  expect(client.getSnapshot().status).toBe('signed-out')
})

test('a page that is left closes what was closed in it, at once', async () => {
  const { user, isClosedNow } = await openMine(1)
  await user.click(await closeChat())
  // The time to undo stands still, so it is not its end that closes the chat.
  await user.hover(await undo())
  expect(isClosedNow()).toBe(false)
  window.dispatchEvent(new Event('pagehide'))
  await waitFor(() => expect(isClosedNow()).toBe(true))
})

test('while the pointer or the focus is on it, there is time to undo', async () => {
  installClock()
  const { user, isClosedNow } = await openMine(1)
  await user.click(await closeChat())
  await user.hover(await undo())
  await pass(3 * undoTime, 'awake')
  expect(isClosedNow()).toBe(false)
  await user.unhover(await undo())
  await pass(undoTime, 'awake')
  await waitFor(() => expect(isClosedNow()).toBe(true))
})

test('when one is undone, the time to undo the others goes on', async () => {
  installClock()
  const { user, world, chatId, others, isClosedNow } = await openMine(1)
  const [other = ''] = others
  await user.click(await closeChat())
  await waitFor(() => expect(location.pathname).toBe(`/chats/${other}`))
  await reply()
  await user.click(await closeChat())
  const buttons = within(await screen.findByRole('list', { name: 'Closed chats' }))
  const [first] = buttons.getAllByRole('button', { name: 'Undo' })
  await user.click(first ?? document.body)
  await waitFor(() => expect(location.pathname).toBe(`/chats/${chatId}`))
  await pass(undoTime, 'awake')
  await waitFor(() => expect(inboxOf(world).entry(other)?.active).toBe(false))
  expect(isClosedNow()).toBe(false)
})

test.each([
  ['after the first has signed out', true],
  ['over the first', false],
])('an agent who signs in %s has none of the chats that one was closing', async (_, signsOut) => {
  installClock()
  const { user, client, sandbox, isClosedNow } = await openMine(1)
  await user.click(await closeChat())
  await undo()
  if (signsOut) await client.signOut()
  connect(sandbox, 'smith@example.com')
  await client.signIn({ flow: 'popup' })
  const header = () => screen.getAllByRole('banner')[0]?.textContent
  await waitFor(() => expect(header()).toContain('Agent Smith'))
  expect(screen.queryByRole('list', { name: 'Closed chats' })).toBeNull()
  window.dispatchEvent(new Event('pagehide'))
  await pass(2 * undoTime, 'awake')
  expect(screen.queryByRole('list', { name: 'Closed chats' })).toBeNull()
  expect(isClosedNow()).toBe(false)
  expect(asked(sandbox, 'deactivate_chat')).toHaveLength(0)
})

test('a chat that another agent is in closes only after a question', async () => {
  installClock()
  const { user, world, chatId } = await openChat(
    (chat) => isOpenToOthers(chat) && chat.agents.some(({ present }) => present),
  )
  await user.click(await closeChat())
  const dialog = within(await screen.findByRole('dialog', { name: 'Close this chat?' }))
  await user.click(dialog.getByRole('button', { name: 'Cancel' }))
  expect(location.pathname).toBe(`/chats/${chatId}`)
  await user.click(await closeChat())
  const again = within(await screen.findByRole('dialog', { name: 'Close this chat?' }))
  await user.click(again.getByRole('button', { name: 'Close chat' }))
  await waitFor(() => expect(location.pathname).not.toBe(`/chats/${chatId}`))
  await pass(undoTime, 'awake')
  await waitFor(() => expect(inboxOf(world).entry(chatId)?.active).toBe(false))
})

test('a chat that could not be closed says so, and opens again', async () => {
  installClock()
  const { user, chatId, bend } = await openMine(1)
  bend('deactivate_chat', { errorType: 'limit_reached' })
  await user.click(await closeChat())
  await undo()
  await pass(undoTime, 'awake')
  const again = await screen.findByRole('button', { name: 'Open chat' })
  expect(again.closest('li')?.textContent).toContain('is still open.')
  await user.click(again)
  await waitFor(() => expect(location.pathname).toBe(`/chats/${chatId}`))
  expect(screen.queryByRole('list', { name: 'Closed chats' })).toBeNull()
})

test('a chat that is closed meanwhile, in another tab or by the customer, is done', async () => {
  installClock()
  const { user, world, chatId, sandbox } = await openMine(1)
  await user.click(await closeChat())
  await undo()
  say(world, chatId, 'never mind')
  closeElsewhere(world, chatId)
  await pass(undoTime, 'awake')
  await waitFor(() => expect(asked(sandbox, 'deactivate_chat')).toHaveLength(1))
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Closed chats' })).toBeNull())
})

test('a chat in which the customer writes meanwhile stays open, and the notice says why', async () => {
  installClock()
  const { user, world, chatId, sandbox, isClosedNow } = await openMine(1)
  await user.click(await closeChat())
  await undo()
  say(world, chatId, 'one more question')
  await pass(undoTime, 'awake')
  const notice = (await screen.findByRole('button', { name: 'Open chat' })).closest('li')
  expect(notice?.textContent).toContain('is still open. The customer has sent a new message.')
  expect(isClosedNow()).toBe(false)
  expect(asked(sandbox, 'deactivate_chat')).toHaveLength(0)
})

test('a message of the customer that is known keeps the chat open also when the page is left', async () => {
  installClock()
  const { user, world, chatId, sandbox, isClosedNow } = await openMine(1)
  await user.click(await closeChat())
  await user.hover(await undo())
  say(world, chatId, 'one more question')
  act(() => screen.getByRole('button', { name: 'Refresh' }).click())
  const list = screen.getByRole('list', { name: 'Chats' })
  await within(list).findByText(/one more question/)
  window.dispatchEvent(new Event('pagehide'))
  await screen.findByRole('button', { name: 'Open chat' })
  expect(isClosedNow()).toBe(false)
  expect(asked(sandbox, 'deactivate_chat')).toHaveLength(0)
})

test('a chat that is opened while it closes says so, and can be kept open', async () => {
  installClock()
  const { user, chatId, isClosedNow } = await openMine(0)
  await user.click(await closeChat())
  await undo()
  goTo(`/chats/${chatId}`)
  await user.click(await screen.findByRole('button', { name: 'Keep it open' }))
  await reply()
  await pass(2 * undoTime, 'awake')
  expect(isClosedNow()).toBe(false)
})

test('messages that are under way arrive before the chat closes', async () => {
  installClock()
  const { user, world, chatId, bend, isClosedNow } = await openMine(1)
  bend('send_event', { delay: 500 })
  await user.type(await reply(), 'goodbye{Enter}')
  await user.click(await closeChat())
  await pass(undoTime, 'awake')
  await waitFor(() => expect(isClosedNow()).toBe(true))
  const texts = inboxOf(world)
    .read(chatId)
    ?.threads.at(-1)
    ?.events.flatMap((event) => (event.type === 'message' ? [event.text] : []))
  expect(texts?.at(-1)).toBe('goodbye')
})

test('a message that fails meanwhile keeps the chat open', async () => {
  installClock()
  const { user, bend, isClosedNow } = await openMine(1)
  bend('send_event', { delay: 500, errorType: 'limit_reached' })
  await user.type(await reply(), 'goodbye{Enter}')
  await user.click(await closeChat())
  await pass(undoTime, 'awake')
  const notice = (await screen.findByRole('button', { name: 'Open chat' })).closest('li')
  expect(notice?.textContent).toContain('A message in it wasn’t sent.')
  expect(isClosedNow()).toBe(false)
})

test('a chat with a message that was not sent closes only after a question, and drops it', async () => {
  installClock()
  const { user, chatId, bend, isClosedNow } = await openMine(1)
  bend('send_event', { errorType: 'limit_reached' })
  await user.type(await reply(), 'goodbye{Enter}')
  await screen.findByRole('button', { name: 'Send again' })
  await user.click(await closeChat())
  const dialog = within(await screen.findByRole('dialog', { name: 'Close this chat?' }))
  expect(dialog.getByText('A message in it wasn’t sent.')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Close chat' }))
  await waitFor(() => expect(location.pathname).not.toBe(`/chats/${chatId}`))
  await pass(undoTime, 'awake')
  await waitFor(() => expect(isClosedNow()).toBe(true))
})
