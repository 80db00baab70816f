import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { appendEvent, closeThread, openThread } from '../../../sandbox/inbox/chat-mutations.ts'
import { isMine, openChat } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'

test('30 threads of ten events are read back in three pages', async () => {
  let chatId = ''
  const { sandbox, user } = await openApp('/chats', {
    chats: 5,
    prepare({ world }) {
      const [inbox] = world.inboxes.values()
      chatId = inbox?.index.all().find(({ groupIds }) => groupIds.includes(0))?.id ?? ''
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
    },
  })
  const pages = () => sandbox.world.requests.filter(({ endpoint }) => endpoint === 'list_threads')
  for (let count = 1; count < 3; count += 1) {
    await waitFor(() => expect(pages()).toHaveLength(count))
    await user.click(await screen.findByRole('button', { name: 'Load older chats' }))
  }
  await screen.findByText('Start of conversation')
  expect(pages()).toHaveLength(3)
  expect(document.querySelectorAll('.thread')).toHaveLength(30)
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
