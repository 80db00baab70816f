import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'

const list = () => screen.findByRole('list', { name: 'Chats' })

test('the rows in view are in order, with the number of chats', async () => {
  await openApp('/chats', { chats: 60 })
  const rows = within(await list()).getAllByRole('listitem')
  const positions = rows.map((row) => Number(row.getAttribute('aria-posinset')))
  expect(positions).toEqual(positions.map((_, index) => index + 1))
  await screen.findByText(/^\d+ chats$/)
})

test('a first page that cannot be loaded says why, and loads when asked again', async () => {
  const { user } = await openApp('/chats', {
    prepare: ({ world }) =>
      world.faults.push({ endpoint: 'list_chats', errorType: 'internal', times: 1 }),
  })
  await screen.findByRole('alert')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(within(await list()).getAllByRole('listitem').length).toBeGreaterThan(5)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('each list opens where the agent left it', async () => {
  const { user } = await openApp('/chats')
  const scroller = async () => (await list()).parentElement as HTMLElement
  const before = await scroller()
  before.scrollTo({ top: 920 })
  await user.click(screen.getByRole('radio', { name: 'Closed' }))
  await waitFor(async () => expect(await scroller()).not.toBe(before))
  expect((await scroller()).scrollTop).toBe(0)
  await user.click(screen.getByRole('radio', { name: 'All' }))
  await waitFor(async () => expect((await scroller()).scrollTop).toBe(920))
})
