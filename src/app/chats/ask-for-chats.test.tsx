import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Sandbox } from '../../../sandbox/server/sandbox.ts'
import { asked } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'

const button = () => screen.findByRole('button', { name: 'Sign in with LiveChat' })
const list = () => screen.queryByRole('list', { name: 'Chats' })
const lists = (sandbox: Sandbox) =>
  asked(sandbox, 'list_chats').filter(({ method }) => method === 'POST')

/** Opens the app signed out; LiveChat says nothing about a token until it is let. */
async function openWithHeldInfo(path: string) {
  const app = await openApp(path, {
    email: null,
    environment: { pollInterval: 10_000 },
  })
  const { promise: held, resolve: answerInfo } = Promise.withResolvers<void>()
  const send = globalThis.fetch
  const requests: Request[] = []
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    requests.push(request)
    if (!request.url.endsWith('/v2/info')) return send(request)
    const aborted = new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason))
    })
    aborted.catch(() => {})
    await Promise.race([held, aborted])
    return send(request)
  })
  return { ...app, answerInfo, requests }
}

const customers = ({ world }: Sandbox) =>
  [...world.inboxes.values()].flatMap((inbox) =>
    inbox.index.all().flatMap(({ id }) => inbox.read(id)?.customer?.name ?? []),
  )

test('the chats are asked for before LiveChat says whose the token is, and shown once it did', async () => {
  const { sandbox, client, user, answerInfo } = await openWithHeldInfo('/')
  await user.click(await button())
  await waitFor(() => expect(lists(sandbox)).toMatchObject([{ status: 200 }]))
  expect(asked(sandbox, 'info')).toEqual([])
  expect(client.getSnapshot()).toEqual({ status: 'signing-in', flow: 'popup', expiring: false })
  expect(list()).toBeNull()
  expect(customers(sandbox).some((name) => document.body.textContent.includes(name))).toBe(false)
  answerInfo()
  await screen.findByRole('list', { name: 'Chats' })
  expect(lists(sandbox)).toHaveLength(1)
})

test('the list goes on below what was asked for before there was a session', async () => {
  const { sandbox, user, answerInfo } = await openWithHeldInfo('/chats?show=all')
  await user.click(await button())
  await waitFor(() => expect(lists(sandbox)).toMatchObject([{ status: 200 }]))
  answerInfo()
  const end = async () => {
    const rows = within(await screen.findByRole('list', { name: 'Chats' }))
    rows
      .getAllByRole('link')
      .find((link) => link.tabIndex === 0)
      ?.focus()
    await user.keyboard('{End}')
    return Math.max(...rows.getAllByRole('listitem').map((row) => Number(row.ariaPosInSet)))
  }
  const before = await end()
  await user.click(await screen.findByRole('button', { name: 'Load more' }))
  await waitFor(async () => expect(await end()).toBeGreaterThan(before))
})

test('the list in the address is the one that is asked for', async () => {
  const { sandbox, user, answerInfo } = await openWithHeldInfo('/chats?show=closed&order=oldest')
  await user.click(await button())
  await waitFor(() => expect(lists(sandbox)).toHaveLength(1))
  answerInfo()
  await screen.findByRole('button', { name: 'Oldest first' })
  await screen.findByRole('list', { name: 'Chats' })
  expect(lists(sandbox)).toHaveLength(1)
})

test('a page without the list does not ask for it', async () => {
  const { sandbox, user, answerInfo } = await openWithHeldInfo('/account')
  await user.click(await button())
  answerInfo()
  await screen.findByRole('heading', { level: 1, name: 'Your account' })
  expect(lists(sandbox)).toEqual([])
})

test('of a token of another app nothing is shown, although the chats were there (A54)', async () => {
  const { sandbox, client, user, answerInfo, bend } = await openWithHeldInfo('/')
  const body = '{"access_token":"dal:x","client_id":"other"}'
  bend('info', { status: 200, body, headers: { 'Content-Type': 'application/json' } })
  await user.click(await button())
  await waitFor(() => expect(lists(sandbox)).toMatchObject([{ status: 200 }]))
  answerInfo()
  await screen.findByRole('alert')
  expect(client.getSnapshot().status).toBe('signed-out')
  expect(list()).toBeNull()
  expect(lists(sandbox)).toHaveLength(1)
})

test('an agent who signs out meanwhile ends the request, and nothing comes of its answer (F43)', async () => {
  const { client, user, answerInfo, requests } = await openWithHeldInfo('/')
  await user.click(await button())
  const early = () => requests.find(({ url }) => url.includes('list_chats'))
  await waitFor(() => expect(early()).toBeDefined())
  await client.signOut()
  expect(early()?.signal.aborted).toBe(true)
  answerInfo()
  await button()
  expect(list()).toBeNull()
})

test('when that request fails the list asks again', async () => {
  const { sandbox, user, answerInfo, bend } = await openWithHeldInfo('/')
  bend('list_chats', { errorType: 'internal' })
  await user.click(await button())
  await waitFor(() => expect(lists(sandbox)).toMatchObject([{ status: 500 }]))
  answerInfo()
  await screen.findByRole('list', { name: 'Chats' })
  expect(lists(sandbox)).toHaveLength(2)
})

test('the answer to a sign-in that was given up is nothing to the next one', async () => {
  const { sandbox, client, answerInfo, bend } = await openWithHeldInfo('/')
  const body = '{"chats_summary":[],"found_chats":0}'
  bend('list_chats', { status: 200, body, headers: { 'Content-Type': 'application/json' } })
  bend('list_chats', { errorType: 'internal' })
  const stop = new AbortController()
  const givenUp = client.signIn({ signal: stop.signal }).catch(() => 'given up')
  await waitFor(() => expect(lists(sandbox)).toHaveLength(1))
  stop.abort()
  const next = client.signIn()
  expect(await givenUp).toBe('given up')
  await waitFor(() => expect(lists(sandbox)).toHaveLength(2))
  answerInfo()
  await next
  await screen.findByRole('list', { name: 'Chats' })
  expect(lists(sandbox)).toHaveLength(3)
})
