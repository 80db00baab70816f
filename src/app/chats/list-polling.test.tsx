import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { say } from '../../../sandbox/world/test-inbox.ts'
import { asked, findChat, isMine } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'

const rows = async () =>
  within(await screen.findByRole('list', { name: 'Chats' })).getAllByRole('listitem')

/** Counts how often the list is rendered, and which rows: both ask the platform for what they print. */
function countRenders() {
  const list = vi.spyOn(navigator, 'languages', 'get')
  const times = vi.spyOn(Date.prototype, 'toISOString')
  onTestFinished(() => {
    list.mockRestore()
    times.mockRestore()
  })
  return {
    list: () => list.mock.calls.length,
    /** Each row writes the time of its last event. */
    rows: () => new Set(times.mock.contexts.map(Number)).size,
  }
}

/** Lets the app poll until LiveChat has answered that often. */
async function poll(sandbox: Parameters<typeof asked>[0], times: number): Promise<void> {
  const answered = () => asked(sandbox, 'list_chats').filter(({ status }) => status === 200).length
  const before = answered()
  await waitFor(() => expect(answered()).toBeGreaterThanOrEqual(before + times))
  await act(async () => {})
}

test('a poll that brings nothing new renders nothing', async () => {
  const { sandbox } = await openApp('/chats', { environment: { pollInterval: 20 } })
  await rows()
  await poll(sandbox, 3)
  const renders = countRenders()
  await poll(sandbox, 4)
  expect([renders.list(), renders.rows()]).toEqual([0, 0])
})

test('a poll that brings a new message renders its row alone', async () => {
  const { sandbox } = await openApp('/chats', { environment: { pollInterval: 20 } })
  const { id } = findChat(sandbox.world, isMine)
  const row = () => document.querySelector(`.chat-row[href^="/chats/${id}"]`)
  await rows()
  // From now on it is on top, and stays there.
  say(sandbox.world, id, 'first')
  await waitFor(() => expect(row()?.textContent).toContain('first'))
  await poll(sandbox, 3)
  const renders = countRenders()
  say(sandbox.world, id, 'only this row')
  await waitFor(() => expect(row()?.textContent).toContain('only this row'))
  await poll(sandbox, 3)
  expect(renders.rows()).toBe(1)
})
