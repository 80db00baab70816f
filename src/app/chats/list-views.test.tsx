import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { closeThread, dismissAgent, systemMessage } from '../../../sandbox/inbox/chat-mutations.ts'
import type { World } from '../../../sandbox/world/world.ts'
import { asked, email, inboxOf } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'

const list = () => screen.findByRole('list', { name: 'Chats' })
const rows = async () => within(await list()).getAllByRole('listitem')
const found = () => document.querySelector('.found')?.textContent ?? ''
const address = () => location.pathname + location.search
const optionsOf = (group: HTMLElement) =>
  within(group)
    .getAllByRole('option')
    .map((one) => one.textContent)

const isChosen = (label: string) =>
  screen.getByRole<HTMLInputElement>('radio', { name: label }).checked

test('an agent lands at their own chats, and All is one of the other views', async () => {
  const { user } = await openApp('/chats')
  await waitFor(() => expect(found()).toMatch(/\d+ chats? assigned to you$/))
  expect(isChosen('My chats')).toBe(true)
  await user.click(screen.getByRole('radio', { name: 'All' }))
  await waitFor(() => expect(found()).toMatch(/^\d{3} chats$/))
  expect(address()).toBe('/chats?show=all')
})

test('the way back to the chats leads to the view the agent left', async () => {
  const { user } = await openApp('/chats?show=closed&group=1', { chats: 30 })
  await list()
  await user.click(screen.getByRole('link', { name: 'Archives' }))
  await waitFor(() => expect(address()).toBe('/archives'))
  await user.click(screen.getByRole('link', { name: 'Chats' }))
  await waitFor(() => expect(address()).toBe('/chats?show=closed&group=1'))
})

function leaveAllChats(world: World): void {
  const inbox = inboxOf(world)
  for (const { id } of inbox.index.all().filter((one) => one.present.includes(email)))
    inbox.change(id, (chat) => dismissAgent(chat, email))
}

test.each([true, false])(
  'an agent without chats sees how many wait elsewhere, and gets there (connected: %s)',
  async (live) => {
    const { user } = await openApp('/chats', {
      live,
      environment: { pollInterval: 3_600_000 },
      prepare: ({ world }) => leaveAllChats(world),
    })
    for (const view of ['queued', 'unassigned']) {
      await screen.findByRole('heading', { name: 'You have no open chats' })
      const link = await screen.findByRole('link', { name: new RegExp(`^\\d+ ${view} chats?$`) })
      const words = link.textContent ?? ''
      await user.click(link)
      await waitFor(() => expect(address()).toBe(`/chats?show=${view}`))
      await waitFor(() => expect(found()).toBe(words))
      expect(document.activeElement).not.toBe(document.body)
      history.back()
    }
  },
)

test('an agent without chats is told when nobody waits', async () => {
  await openApp('/chats', { chats: 0 })
  await screen.findByText('No customer is waiting for an agent.')
})

test('an agent of whom LiveChat does not say who they are is led to all chats', async () => {
  const { user } = await openApp('/chats', {
    beforeSignIn({ world }) {
      for (const client of world.clients.values()) client.scopes = ['chats--access:ro']
    },
  })
  await screen.findByRole('heading', { name: 'Can’t tell which chats are yours' })
  await user.click(screen.getByRole('link', { name: 'Show all chats' }))
  await list()
})

test.each([
  ['My chats', 'mine', /\d+ chats? assigned to you$/, /Needs a reply|Active/],
  ['Queued', 'queued', /\d+ queued chats?$/, /#\d in queue/],
  ['Unassigned', 'unassigned', /\d+ unassigned chats?$/, /Needs a reply|Active/],
  ['Active', 'active', /\d+ active chats?$/, /in queue|Needs a reply|Active/],
  ['Closed', 'closed', /\d+ closed chats?$/, /Closed/],
] as const)('%s lists what it says, and is in the URL', async (label, show, words, mark) => {
  const { user } = await openApp('/chats?show=all')
  await user.click(await screen.findByRole('radio', { name: label }))
  const query = show === 'mine' ? '' : `?show=${show}`
  await waitFor(() => expect(address()).toBe(`/chats${query}`))
  await waitFor(() => expect(found()).toMatch(words))
  for (const row of await rows()) expect(row.textContent).toMatch(mark)
})

test.each([
  ['mine', 'My chats'],
  ['queued', 'Queued'],
  ['unassigned', 'Unassigned'],
  ['active', 'Active'],
  ['closed', 'Closed'],
])('the URL with %s opens %s', async (show, label) => {
  await openApp(`/chats?show=${show}`)
  const radio = await screen.findByRole<HTMLInputElement>('radio', { name: label })
  expect(radio.checked).toBe(true)
  await list()
})

test('Back leads from Active to All', async () => {
  const { user } = await openApp('/chats?show=all')
  await user.click(await screen.findByRole('radio', { name: 'Active' }))
  await screen.findByText(/^\d+ active chats$/)
  history.back()
  await waitFor(() => expect(address()).toBe('/chats?show=all'))
  await waitFor(() => expect(isChosen('All')).toBe(true))
})

test('group and order change the list, and Back undoes them', async () => {
  const { sandbox, user } = await openApp('/chats?show=all')
  await screen.findByRole('option', { name: 'Sales' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Group' }), 'Sales')
  await waitFor(() => expect(address()).toBe('/chats?show=all&group=1'))
  const inGroup = inboxOf(sandbox.world)
    .index.all()
    .filter((one) => one.groupIds.includes(1)).length
  await waitFor(() => expect(found()).toBe(`${inGroup} chats`))
  const first = async () => (await rows()).find((row) => row.ariaPosInSet === '1')?.textContent
  const newest = await first()
  await user.click(screen.getByRole('button', { name: 'By priority' }))
  await waitFor(() => expect(address()).toBe('/chats?show=all&group=1&order=oldest'))
  await waitFor(async () => expect(await first()).not.toBe(newest))
  history.back()
  await waitFor(async () => expect(await first()).toBe(newest))
  history.back()
  await waitFor(() => expect(address()).toBe('/chats?show=all'))
})

test('selecting a group keeps the others: the agent’s own can be selected at once', async () => {
  const { user } = await openApp('/chats?show=all&group=1')
  await list()
  const group = screen.getByRole('combobox', { name: 'Group' })
  await waitFor(() =>
    expect(optionsOf(group)).toEqual(['All groups', 'General', 'Sales', 'Support']),
  )
  await user.selectOptions(group, 'Support')
  await waitFor(() => expect(address()).toBe('/chats?show=all&group=2'))
})

test('where the agent’s groups are unknown, those seen so far can be selected', async () => {
  const { user } = await openApp('/chats?show=all', {
    beforeSignIn({ world }) {
      for (const client of world.clients.values()) client.scopes = ['chats--access:ro']
    },
  })
  await list()
  const group = () => screen.getByRole('combobox', { name: 'Group' })
  const options = optionsOf(group())
  expect(options.length).toBeGreaterThan(3)
  await user.selectOptions(group(), 'Group 1')
  await waitFor(() => expect(address()).toBe('/chats?show=all&group=1'))
  await user.click(screen.getByRole('link', { name: 'Archives' }))
  await screen.findByRole('heading', { level: 1, name: 'Archives' })
  history.back()
  await list()
  expect(optionsOf(group())).toEqual(options)
})

test('a removed row passes the focus to its neighbour', async () => {
  const { sandbox, user } = await openApp('/chats')
  const { world } = sandbox
  const links = async () =>
    (await rows())
      .toSorted((one, other) => Number(one.ariaPosInSet) - Number(other.ariaPosInSet))
      .map((row) => within(row).getByRole<HTMLAnchorElement>('link'))
  const [first, gone, next] = await links()
  const goneTo = gone?.pathname
  first?.focus()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(document.activeElement).toBe(gone))
  inboxOf(world).change(goneTo?.split('/').at(-1) ?? '', (chat) => {
    closeThread(chat, systemMessage('manual_archived_agent', 'Closed'), world.now())
  })
  // Without a click, which would move the focus.
  screen.getByRole('button', { name: 'Refresh' }).click()
  await waitFor(async () =>
    expect((await links()).map((link) => link.pathname)).not.toContain(goneTo),
  )
  await waitFor(() => expect(document.activeElement).toBe(next))
  await user.keyboard('{ArrowUp}')
  await waitFor(async () => expect(document.activeElement).toBe((await links())[0]))
})

test('rows have the number of all rows, including those not rendered', async () => {
  await openApp('/chats?show=all')
  const [first] = await rows()
  expect(first?.ariaSetSize).toBe(found().split(' ')[0])
})

test('every row shows who, what and when', async () => {
  await openApp('/chats?show=all')
  for (const row of await rows()) {
    expect(row.querySelector('time')?.getAttribute('datetime')).toMatch(/^\d{4}-/)
    const words = row.textContent ?? ''
    expect(words.length).toBeGreaterThan(15)
    expect(words).not.toMatch(/undefined|null|NaN|\[object/)
  }
})

test('Refresh loads again and keeps the rows', async () => {
  const { sandbox, user } = await openApp('/chats?show=all')
  const before = (await rows()).length
  sandbox.world.requests.length = 0
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await waitFor(() => expect(asked(sandbox, 'list_chats').length).toBeGreaterThan(0))
  expect((await rows()).length).toBe(before)
})
