import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { asked } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'
import { lasting } from '../testing/refusals.ts'

const list = () => screen.findByRole('list', { name: 'Chats' })
const rowsIn = async () => within(await list()).getAllByRole('listitem')
const alertText = async () => (await screen.findByRole('alert')).textContent
const countFound = () => Number(document.querySelector('.found')?.textContent?.split(' ')[0])
const loadMore = () => screen.queryByRole('button', { name: 'Load more' })
const isRefreshing = () =>
  screen.getByRole('button', { name: 'Refresh' }).getAttribute('aria-busy') === 'true'

/** Makes LiveChat forget the page ids it has given. */
const forgetPages = (world: { advance(by: number): void }) => world.advance(-24 * 3_600_000)

test.each([
  ['an unreachable server (F26)', { drop: true }, 'cannot be reached'],
  ['internal', lasting('internal'), 'LiveChat had a problem'],
  ['service_unavailable', lasting('service_unavailable'), 'not available right now'],
  ['request_timeout', lasting('request_timeout'), 'took too long'],
  ['license_expired', lasting('license_expired'), 'subscription has ended'],
  ['a page of HTML (F9)', { status: 200, body: '<!doctype html>' }, 'does not understand'],
  ['broken JSON (F10)', { status: 200, body: '{"chats_summary":[' }, 'does not understand'],
] as const)('%s is reported, and Try again continues', async (_, fault, words) => {
  const { sandbox, user } = await openApp('/chats?show=all', {
    prepare: ({ world }) => world.faults.push({ endpoint: 'list_chats', ...fault, times: 99 }),
  })
  expect(await alertText()).toContain(words)
  sandbox.world.faults.length = 0
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await list()
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

test('a server that cannot be reached names CORS as a possible cause, and the rows stay (F26)', async () => {
  const { user, bend } = await openApp('/chats?show=all')
  const before = (await rowsIn()).length
  bend('list_chats', { times: 99, drop: true })
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  expect(await alertText()).toContain('CORS')
  expect((await rowsIn()).length).toBe(before)
})

test('requests to a busy server are repeated, then it is reported; the rows stay (F24)', async () => {
  const { sandbox, user, bend } = await openApp('/chats?show=all')
  const before = (await rowsIn()).length
  sandbox.world.requests.length = 0
  bend('list_chats', lasting('too_many_requests'))
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  expect(await alertText()).toContain('too many requests')
  expect(asked(sandbox, 'list_chats')).toHaveLength(4)
  expect((await rowsIn()).length).toBe(before)
})

test('the page waits for a busy server silently (F23)', async () => {
  await openApp('/chats?show=all', {
    prepare: ({ world }) =>
      world.faults.push({ endpoint: 'list_chats', ...lasting('too_many_requests'), times: 2 }),
  })
  await list()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a misdirected request goes to the region LiveChat names, silently (F25)', async () => {
  const { sandbox, user, bend } = await openApp('/chats?show=all')
  const before = (await rowsIn()).length
  sandbox.world.requests.length = 0
  bend('list_chats', {
    status: 421,
    body: '{"error":{"type":"misdirected_request","message":"Wrong region","data":{"region":"dal"}}}',
  })
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await waitFor(() => expect(asked(sandbox, 'list_chats')).toHaveLength(2))
  await waitFor(() => expect(isRefreshing()).toBe(false))
  expect(screen.queryByRole('alert')).toBeNull()
  expect((await rowsIn()).length).toBe(before)
})

test('a sign-in without the scope names the missing one and offers to sign in for it', async () => {
  const { user } = await openApp('/chats?show=all', {
    prepare: ({ world }) =>
      world.faults.push({ endpoint: 'list_chats', times: 1, errorType: 'authorization' }),
  })
  expect(await alertText()).toContain('chats--access:ro')
  await user.click(screen.getByRole('button', { name: 'Sign in with LiveChat' }))
  await list()
})

test('an inbox without chats says so', async () => {
  await openApp('/chats?show=all', { chats: 0 })
  await screen.findByRole('heading', { name: 'No chats yet' })
})

/** How many chats the list has loaded: the agent goes to the last, whose number is its position. */
async function countLoaded(user: { keyboard(keys: string): Promise<void> }): Promise<number> {
  within(await list())
    .getAllByRole('link')
    .find((link) => link.tabIndex === 0)
    ?.focus()
  await user.keyboard('{End}')
  const positions = (await rowsIn()).map((row) => Number(row.ariaPosInSet))
  return Math.max(...positions)
}

test('a failure of a later page keeps the rows that are there', async () => {
  const { sandbox, user, bend } = await openApp('/chats?show=all')
  const before = await countLoaded(user)
  bend('list_chats', lasting('internal'))
  await user.click(await screen.findByRole('button', { name: 'Load more' }))
  expect(await alertText()).toContain('LiveChat had a problem')
  expect(await countLoaded(user)).toBe(before)
  sandbox.world.faults.length = 0
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(async () => expect(await countLoaded(user)).toBeGreaterThan(before))
})

/** Loads the list to its end. */
async function loadAll(user: { click(element: Element): Promise<void> }) {
  await waitFor(async () => {
    const more = loadMore()
    if (more) await user.click(more)
    expect(loadMore()).toBeNull()
    screen.getByText('No more chats')
  })
}

test('a list whose next page brings nothing new ends there', async () => {
  const body = JSON.stringify({
    chats_summary: [{ id: 'only' }],
    found_chats: 9,
    next_page_id: 'again',
  })
  const { sandbox } = await openApp('/chats?show=all', {
    prepare: ({ world }) =>
      world.faults.push({ endpoint: 'list_chats', times: 99, status: 200, body }),
  })
  await screen.findByText('No more chats')
  expect(await rowsIn()).toHaveLength(1)
  // The first look for news asks for the top again, and once more for what follows.
  expect(asked(sandbox, 'list_chats').length).toBeLessThanOrEqual(4)
})

test('polling goes on when a page in view is no longer known (F22)', async () => {
  const { sandbox, user } = await openApp('/chats?show=all')
  await list()
  const found = countFound()
  await user.click(await screen.findByRole('button', { name: 'Load more' }))
  await waitFor(async () => expect(await countLoaded(user)).toBeGreaterThan(50))
  forgetPages(sandbox.world)
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await waitFor(() => expect(isRefreshing()).toBe(false))
  expect(screen.queryByRole('alert')).toBeNull()
  await loadAll(user)
  expect(await countLoaded(user)).toBe(found)
})

test('when the restart fails too, Try again continues (F22)', async () => {
  const { sandbox, user, bend } = await openApp('/chats?show=all')
  await list()
  bend('list_chats', lasting('validation'))
  await user.click(await screen.findByRole('button', { name: 'Load more' }))
  expect(await alertText()).toContain('couldn’t process the request')
  sandbox.world.faults.length = 0
  forgetPages(sandbox.world)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  await loadAll(user)
  expect(await countLoaded(user)).toBe(countFound())
})
