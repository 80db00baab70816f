import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { World } from '../../../sandbox/world/world.ts'
import { goTo, inboxOf } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'
import { lasting } from '../testing/refusals.ts'

const results = async () =>
  within(await screen.findByRole('list', { name: 'Results' })).getAllByRole<HTMLAnchorElement>(
    'link',
  )
const found = () => screen.findByText(/^\d+ found$/)
const search = (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Search' }))
const tryAgain = (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Try again' }))

test('people and groups are chosen by name, tags are suggested, and all are in the URL', async () => {
  const { user } = await openApp('/archives')
  const all = (await found()).textContent
  await user.click(screen.getByText('Filters'))
  const agent = await screen.findByRole('combobox', { name: 'Agent' })
  await user.selectOptions(agent, 'Jamie Jones')
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Group' }), 'Support')
  const tag = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Tag' })
  expect([...(tag.list?.options ?? [])].map(({ value }) => value)).toContain('bulk-order')
  await search(user)
  await waitFor(() =>
    expect(location.pathname + location.search).toBe('/archives?agent=jones%40example.com&group=2'),
  )
  await waitFor(async () => expect((await found()).textContent).not.toBe(all))
  expect(agent).toHaveProperty('value', 'jones@example.com')
  history.back()
  await waitFor(() => expect(agent).toHaveProperty('value', ''))
})

test('where the names are not known, emails and numbers are typed', async () => {
  const { user } = await openApp('/archives?agent=jones%40example.com', {
    beforeSignIn({ world }) {
      for (const client of world.clients.values()) client.scopes = ['chats--access:ro']
    },
  })
  await found()
  expect(screen.getByLabelText('Agent email')).toHaveProperty('value', 'jones@example.com')
  await user.type(screen.getByLabelText('Group ID'), '2')
  await search(user)
  await waitFor(() => expect(location.search).toBe('?agent=jones%40example.com&group=2'))
})

test('an agent who is no longer listed stays chosen', async () => {
  await openApp('/archives?agent=gone%40example.com')
  const agent = await screen.findByRole('combobox', { name: 'Agent' })
  expect(agent).toHaveProperty('value', 'gone@example.com')
})

test('a search that fails says why and can be tried again', async () => {
  const { sandbox, user } = await openApp('/archives?q=tent', {
    prepare: ({ world }) =>
      world.faults.push({ endpoint: 'list_archives', ...lasting('internal') }),
  })
  expect((await screen.findByRole('alert')).textContent).toContain('LiveChat had a problem')
  sandbox.world.faults.length = 0
  await tryAgain(user)
  await results()
})

test('when a search cannot start anew after LiveChat forgot its pages, Try again leads on (F22)', async () => {
  const { sandbox, user, bend } = await openApp('/archives')
  const before = (await results()).length
  bend('list_archives', lasting('validation'))
  sandbox.world.advance(-24 * 3_600_000)
  await user.click(screen.getByRole('button', { name: 'Load more' }))
  expect((await screen.findByRole('alert')).textContent).toContain('couldn’t process the request')
  sandbox.world.faults.length = 0
  await tryAgain(user)
  await waitFor(async () => {
    const more = screen.queryByRole('button', { name: 'Load more' })
    if (more) await user.click(more)
    expect((await results()).length).toBeGreaterThan(Math.max(before, 60))
  })
  expect(screen.queryByRole('alert')).toBeNull()
  const addresses = (await results()).map((link) => link.href)
  expect(new Set(addresses).size).toBe(addresses.length)
})

/** The address of a chat in the archives, beside a search that does not find it. */
function addressOfResult(world: World): string {
  const entry = inboxOf(world)
    .archive()
    .threads.all()
    .find((one) => one.groupIds.includes(0))
  return `/archives?q=nothing-like-it&chat=${entry?.chatId}&thread=${entry?.id}`
}

const firstEvent = () =>
  waitFor(() => expect(document.querySelector('.thread .event')).not.toBeNull())

test('a URL with an open result opens it directly after sign-in', async () => {
  await openApp('/archives', {
    prepare: ({ world }) => history.replaceState(null, '', addressOfResult(world)),
  })
  await firstEvent()
})

test('a chat that the scopes do not allow says so in its place', async () => {
  const { sandbox, user, bend } = await openApp('/chats')
  bend('get_chat', lasting('authorization'))
  goTo(addressOfResult(sandbox.world))
  const talk = within(await screen.findByRole('region', { name: 'Conversation' }))
  expect((await talk.findByRole('alert')).textContent).toContain('chats--access:ro')
  sandbox.world.faults.length = 0
  await user.click(talk.getByRole('button', { name: /Sign in with LiveChat|Continue as/ }))
  await firstEvent()
})
