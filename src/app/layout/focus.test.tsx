import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { revokeTokens, setTokenLifetime } from '../../../sandbox/control/control-actions.ts'
import { readEnvironment } from '../environment.ts'
import { openApp } from '../testing/open-app.ts'
import { lasting } from '../testing/refusals.ts'

const email = 'agent@example.com'
const { clientId } = readEnvironment({})

type App = Awaited<ReturnType<typeof openApp>>

function inboxOf({ sandbox }: App) {
  const inbox = sandbox.world.inboxes.values().next().value
  if (!inbox) throw new Error('the sandbox has no inbox')
  return inbox
}

/** Opens the agent's own chat, or another open one. */
async function openChat(isMine: boolean) {
  const app = await openApp('/chats')
  const chat = inboxOf(app)
    .index.all()
    .find(({ active, present }) => active && present.includes(email) === isMine)
  if (!chat) throw new Error('the sandbox has no such chat')
  history.pushState(null, '', `/chats/${chat.id}`)
  window.dispatchEvent(new PopStateEvent('popstate'))
  await waitFor(() => expect(document.querySelector('.event')).not.toBeNull())
  return { ...app, chatId: chat.id }
}

const button = (name: string) => screen.findByRole('button', { name })

test('a search of the archives leaves the focus in the field, however often', async () => {
  const { user } = await openApp('/archives')
  const field = await screen.findByRole('searchbox', { name: 'Search archives' })
  for (const words of ['tent', 'boots']) {
    await user.clear(field)
    await user.type(field, `${words}{Enter}`)
    await waitFor(() => expect(location.search).toBe(`?q=${words}`))
    await screen.findByRole('list', { name: 'Results' })
    expect(document.activeElement).toBe(field)
  }
  history.back()
  await waitFor(() => expect(field).toHaveProperty('value', 'tent'))
})

test('a filter of the archives keeps the focus and its value when it is used', async () => {
  const { user } = await openApp('/archives?q=tent')
  await screen.findByRole('combobox', { name: 'Group' })
  const field = await screen.findByRole('combobox', { name: 'Tag' })
  await user.type(field, '1{Enter}')
  await waitFor(() => expect(location.search).toContain('tag=1'))
  expect(document.activeElement).toBe(field)
  expect(field).toHaveProperty('value', '1')
})

test('following a chat leaves the focus on the button', async () => {
  const { user } = await openChat(false)
  const follow = await button('Follow')
  await user.click(follow)
  expect(follow.hasAttribute('disabled')).toBe(false)
  await button('Following')
  expect(document.activeElement).toBe(follow)
})

test('a tag that is removed takes its button, and the focus goes on to the next', async () => {
  const { user } = await openChat(true)
  const field = await screen.findByRole('textbox', { name: 'New tag' })
  for (const tag of ['one', 'two']) {
    await user.type(field, `${tag}{Enter}`)
    await button(`Remove tag ${tag}`)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Close chat' })).toBeTruthy())
  }
  await user.click(await button('Remove tag one'))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove tag one' })).toBeNull())
  expect(document.activeElement).toBe(await button('Remove tag two'))
  await user.click(await button('Remove tag two'))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove tag two' })).toBeNull())
  expect(document.activeElement).toBe(field)
})

test('a message that is discarded takes its button, and the focus goes on to the reply box', async () => {
  const { user, bend } = await openChat(true)
  bend('send_event', lasting('limit_reached'))
  const reply = await screen.findByRole('textbox', { name: 'Reply to customer' })
  await user.type(reply, 'Hello{Enter}')
  await user.click(await button('Discard'))
  expect(document.activeElement).toBe(reply)
})

test('a notice that is gone once it was used gives the focus to what comes next', async () => {
  const { user, bend } = await openApp('/chats')
  await screen.findByRole('list', { name: 'Chats' })
  bend('list_chats', { errorType: 'internal' })
  await user.click(await button('Refresh'))
  await user.click(await button('Try again'))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  const [first] = within(screen.getByRole('list', { name: 'Chats' })).getAllByRole('link')
  expect(document.activeElement).toBe(first)
})

test('signing in again after the session ended gives the focus to what comes next', async () => {
  const { user, sandbox } = await openApp('/chats')
  await screen.findByRole('list', { name: 'Chats' })
  revokeTokens(sandbox.world, { clientId })
  await user.click(await button('Refresh'))
  await user.click(await button('Sign in with LiveChat'))
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'Your session has ended' })).toBeNull(),
  )
  expect(document.activeElement).not.toBe(document.body)
})

test('continuing a session takes the button, and the focus goes on to the page', async () => {
  const { user, sandbox } = await openApp('/chats', {
    beforeSignIn: ({ world }) => setTokenLifetime(world, clientId, 240),
  })
  setTokenLifetime(sandbox.world, clientId, 28_800)
  await user.click(await button('Continue'))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull())
  expect(document.activeElement).not.toBe(document.body)
})

test('an open chat is the page’s h1 where it is alone on it', async () => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: media.includes('max-width'),
    addEventListener() {},
    removeEventListener() {},
  }))
  const app = await openChat(true)
  const name = inboxOf(app).read(app.chatId)?.customer?.name
  if (!name) throw new Error('the customer has no name')
  expect(screen.getByRole('heading', { level: 1, name })).toBeTruthy()
})
