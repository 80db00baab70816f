import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { appendEvent, closeThread, openThread } from '../../../sandbox/inbox/chat-mutations.ts'
import type { Sandbox } from '../../../sandbox/server/sandbox.ts'
import { asked, inboxOf, isMine, openChat, say } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'

/** Gives a chat 30 threads of ten events, and its address to the page. */
function fillThirtyThreads({ world }: Sandbox): void {
  const [inbox] = world.inboxes.values()
  const chatId = inbox?.index.all().find(({ groupIds }) => groupIds.includes(0))?.id ?? ''
  inbox?.change(chatId, (chat) => {
    chat.threads = []
    for (let count = 0; count < 30; count += 1) {
      openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
      const author = chat.customer?.id ?? ''
      for (let said = 0; said < 9; said += 1)
        appendEvent(chat, { content: { type: 'message', text: 'Hi' }, author }, world.now())
      closeThread(chat, { type: 'message', text: 'Bye' }, world.now())
    }
  })
  history.replaceState(null, '', `/chats/${chatId}`)
}

test('30 threads of ten events are read back in three pages', async () => {
  const { sandbox, user } = await openApp('/chats', { chats: 5, prepare: fillThirtyThreads })
  await user.click(await screen.findByRole('button', { name: 'Show earlier messages' }))
  const pages = () => asked(sandbox, 'list_threads')
  for (let count = 1; count < 3; count += 1) {
    await waitFor(() => expect(pages()).toHaveLength(count))
    await user.click(await screen.findByRole('button', { name: 'Load older chats' }))
  }
  await screen.findByText('Start of conversation')
  expect(pages()).toHaveLength(3)
  expect(document.querySelectorAll('.thread')).toHaveLength(30)
})

/** Opens a chat whose open thread has so many messages of its customer: `line 0`, `line 1`, … */
function openLongChat(messages: number) {
  return openChat((chat) => isMine(chat) && chat.customer !== undefined, {
    change: (world, chatId) =>
      inboxOf(world).change(chatId, (chat) => {
        const author = chat.customer?.id ?? ''
        for (let index = 0; index < messages; index += 1) {
          const content = { type: 'message', text: `line ${index}` } as const
          appendEvent(chat, { content, author }, world.now())
        }
      }),
  })
}

const talk = () => within(screen.getByRole('region', { name: 'Conversation' }))
const events = () => document.querySelectorAll('.talk .event').length

test('of a long conversation its end is drawn, and the rest for whoever searches the page', async () => {
  const { user } = await openLongChat(400)
  await talk().findByText('line 399')
  expect(events()).toBe(50)
  const start = screen.getByText('line 350')
  expect(document.querySelector('.thread-start')).toBeNull()
  await user.keyboard('{Control>}f{/Control}')
  await screen.findByText('line 0')
  expect(events()).toBeGreaterThan(399)
  expect(document.querySelector('.thread-start')).not.toBeNull()
  expect(screen.queryByRole('button', { name: 'Show earlier messages' })).toBeNull()
  // A screen reader announces what is added to the last part: what arrives.
  const [live, ...others] = document.querySelectorAll('.talk [aria-live]')
  expect(others).toEqual([])
  expect(live?.querySelector('.event')?.contains(start)).toBe(true)
})

test('what arrives takes nothing away above', async () => {
  const { world, chatId } = await openLongChat(60)
  await talk().findByText('line 59')
  say(world, chatId, 'one more')
  document.dispatchEvent(new Event('visibilitychange'))
  window.dispatchEvent(new Event('visibilitychange'))
  await talk().findByText('one more')
  screen.getByText('line 10')
  expect(events()).toBe(51)
})

test('a conversation whose older page brings nothing new starts there', async () => {
  const body = JSON.stringify({ threads: [{ id: 'T' }], found_threads: 9, next_page_id: 'again' })
  const { user } = await openChat(isMine, {
    prepare: ({ world }) =>
      world.faults.push({ endpoint: 'list_threads', times: 99, status: 200, body }),
  })
  await user.click(await screen.findByRole('button', { name: 'Load older chats' }))
  await screen.findByText('Start of conversation')
})

test('nothing is called the start before the older threads are known', async () => {
  const started = vi.fn()
  const observer = new MutationObserver(() => {
    if (screen.queryByText('Start of conversation')) started()
  })
  observer.observe(document.body, { childList: true, subtree: true })
  await openApp('/chats', {
    chats: 5,
    prepare(sandbox) {
      fillThirtyThreads(sandbox)
      sandbox.world.faults.push({ endpoint: 'list_threads', times: 1, delay: 100 })
    },
  })
  await screen.findByRole('button', { name: 'Show earlier messages' })
  expect(started).not.toHaveBeenCalled()
  observer.disconnect()
})
