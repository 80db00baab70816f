import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { lasting, refusals } from '../testing/refusals.ts'

const rows = async () =>
  within(await screen.findByRole('list', { name: 'Chats' })).getAllByRole('listitem')

test('every refusal of the list is explained in its own words, and the rows stay', async () => {
  const { sandbox, bend, user } = await openApp('/chats?show=all', { chats: 12 })
  const before = (await rows()).length
  const refresh = screen.getByRole('button', { name: 'Refresh' })
  const said = new Set<string>()
  for (const errorType of refusals) {
    bend('list_chats', lasting(errorType))
    await user.click(refresh)
    said.add((await screen.findByRole('alert')).textContent ?? '')
    expect((await rows()).length).toBe(before)
    sandbox.world.faults.length = 0
    await user.click(refresh)
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  }
  expect(said.size).toBe(refusals.length)
})

test('a list that never came offers to try again, and then shows the chats', async () => {
  const { sandbox, user } = await openApp('/chats?show=all', {
    prepare: ({ world }) => world.faults.push({ endpoint: 'list_chats', ...lasting('internal') }),
  })
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Couldn’t load chats')
  expect(screen.queryByRole('list', { name: 'Chats' })).toBeNull()
  sandbox.world.faults.length = 0
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect((await rows()).length).toBeGreaterThan(5)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a session LiveChat no longer accepts ends, and the rows stay to be read', async () => {
  const { bend, user } = await openApp('/chats?show=all')
  const before = (await rows()).length
  bend('list_chats', lasting('authentication'))
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await screen.findByRole('region', { name: 'Your session has ended' })
  expect((await rows()).length).toBe(before)
})

test('an agent without chats is told what will come', async () => {
  await openApp('/chats?show=queued', { chats: 0 })
  await screen.findByRole('heading', { name: 'No queued chats' })
  screen.getByText('Customers waiting for an agent appear here.')
})

test('going offline says so, and coming back refreshes the list', async () => {
  const { goOffline, goOnline } = await openApp('/chats?show=all')
  await rows()
  goOffline()
  await screen.findByText('You’re offline')
  expect((await rows()).length).toBeGreaterThan(5)
  goOnline()
  await waitFor(() => expect(screen.queryByText('You’re offline')).toBeNull())
  expect((await rows()).length).toBeGreaterThan(5)
})
