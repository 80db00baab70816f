import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { asked } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'
import { lasting, refusals } from '../testing/refusals.ts'

const results = async () =>
  within(await screen.findByRole('list', { name: 'Results' })).getAllByRole('link')

test('every refusal of a search is explained in its own words, and the results stay', async () => {
  const { sandbox, bend, user } = await openApp('/archives')
  const before = (await results()).length
  const said = new Set<string>()
  // A missing scope leaves nothing to try again, so it comes last.
  for (const errorType of [...refusals.slice(1), 'authorization']) {
    bend('list_archives', lasting(errorType))
    const again = screen.queryByRole('button', { name: 'Try again' })
    await user.click(again ?? screen.getByRole('button', { name: 'Load more' }))
    await waitFor(() => {
      expect(screen.queryByText(/Loading more…|Trying again…/)).toBeNull()
      expect(['', ...said]).not.toContain(screen.getByRole('alert').textContent)
    })
    said.add(screen.getByRole('alert').textContent ?? '')
    expect((await results()).length).toBe(before)
    sandbox.world.faults.length = 0
  }
  expect(said.size).toBe(refusals.length)
})

test('a search without results says how to find more', async () => {
  await openApp('/archives?q=nothing-of-the-kind')
  await screen.findByRole('heading', { name: 'No results' })
})

test('a search whose next page brings nothing new ends there', async () => {
  const body = JSON.stringify({
    chats: [{ id: 'only', users: [], thread: { id: 'T', events: [] } }],
    found_chats: 9,
    next_page_id: 'again',
  })
  const { sandbox, user } = await openApp('/archives', {
    prepare: ({ world }) =>
      world.faults.push({ endpoint: 'list_archives', times: 99, status: 200, body }),
  })
  await user.click(await screen.findByRole('button', { name: 'Load more' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull())
  expect(await results()).toHaveLength(1)
  expect(asked(sandbox, 'list_archives')).toHaveLength(2)
})

test('a session LiveChat no longer accepts ends, and the results stay to be read', async () => {
  const { bend, user } = await openApp('/archives')
  const before = (await results()).length
  bend('list_archives', lasting('authentication'))
  await user.click(screen.getByRole('button', { name: 'Load more' }))
  await screen.findByRole('region', { name: 'Your session has ended' })
  expect((await results()).length).toBe(before)
})
