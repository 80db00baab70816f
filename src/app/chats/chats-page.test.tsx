import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { appendEvent, openThread } from '../../../sandbox/inbox/chat-mutations.ts'
import type { Sandbox } from '../../../sandbox/server/sandbox.ts'
import { email, findChat, inboxOf, isClosed } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'

const list = () => screen.findByRole('list', { name: 'Chats' })

test('the rows in view are in order, with the number of chats', async () => {
  await openApp('/chats?show=all', { chats: 60 })
  const rows = within(await list()).getAllByRole('listitem')
  const positions = rows.map((row) => Number(row.getAttribute('aria-posinset')))
  expect(positions).toEqual(positions.map((_, index) => index + 1))
  await screen.findByText(/^\d+ chats$/)
})

test('a first page that cannot be loaded says why, and loads when asked again', async () => {
  const { user } = await openApp('/chats?show=all', {
    prepare: ({ world }) =>
      world.faults.push({ endpoint: 'list_chats', errorType: 'internal', times: 1 }),
  })
  await screen.findByRole('alert')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(within(await list()).getAllByRole('listitem').length).toBeGreaterThan(5)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('each list opens where the agent left it', async () => {
  const { user } = await openApp('/chats?show=all')
  const scroller = async () => (await list()).parentElement as HTMLElement
  const before = await scroller()
  before.scrollTo({ top: 920 })
  await user.click(screen.getByRole('radio', { name: 'Closed' }))
  await waitFor(async () => expect(await scroller()).not.toBe(before))
  expect((await scroller()).scrollTop).toBe(0)
  await user.click(screen.getByRole('radio', { name: 'All' }))
  await waitFor(async () => expect((await scroller()).scrollTop).toBe(920))
})

const names = async () =>
  within(await list())
    .getAllByRole('listitem')
    .toSorted((one, other) => Number(one.ariaPosInSet) - Number(other.ariaPosInSet))
    .map((row) => row.querySelector('a')?.pathname.split('/').at(-1) ?? '')

/** Brings back the customer of a closed chat, which puts it on top of the agent's own. */
function customerReturns({ world }: Sandbox): string {
  const inbox = inboxOf(world)
  const { id } = findChat(world, isClosed)
  inbox.change(id, (chat) => {
    openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
    for (const agent of chat.agents) agent.present = false
    chat.agents.push({
      id: email,
      type: 'agent',
      name: 'Ada',
      email,
      present: true,
      visibility: 'all',
    })
    const author = chat.customer?.id
    const content = { type: 'message' as const, text: 'I am back' }
    appendEvent(chat, { content, ...(author && { author }) }, world.now())
  })
  return id
}

test('one row takes the focus by Tab, and arrows, Home and End move it', async () => {
  const { user } = await openApp('/chats?show=all', { chats: 30 })
  const [first = '', second = ''] = await names()
  const focused = () => (document.activeElement as HTMLAnchorElement).pathname.split('/').at(-1)
  const current = within(await list()).getAllByRole('link')
  expect(current.filter((link) => link.tabIndex === 0).length).toBe(1)
  current.find((link) => link.tabIndex === 0)?.focus()
  expect(focused()).toBe(first)
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(focused()).toBe(second))
  await user.keyboard('{Home}')
  await waitFor(() => expect(focused()).toBe(first))
})

test('a new chat comes in on top, and the focus stays on its row', async () => {
  const { sandbox, user } = await openApp('/chats')
  const [first = ''] = await names()
  const link = within(await list()).getAllByRole('link')[0]
  const id = customerReturns(sandbox)
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  link?.focus()
  await waitFor(async () => expect((await names()).slice(0, 2)).toEqual([id, first]))
  expect(document.activeElement).toBe(link)
})

test('under the mouse no row moves, until the new chats are asked for', async () => {
  const { sandbox, user } = await openApp('/chats')
  const before = (await names()).slice(0, 5)
  const scroller = (await list()).parentElement as HTMLElement
  scroller.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }))
  const id = customerReturns(sandbox)
  screen.getByRole('button', { name: 'Refresh' }).click()
  const show = await screen.findByRole('button', { name: 'Show 1 new chat' })
  expect((await names()).slice(0, 5)).toEqual(before)
  await user.click(show)
  await waitFor(async () => expect((await names())[0]).toBe(id))
})
