import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { network } from './testing/browser.ts'
import { openApp, sayOnline } from './testing/open-app.ts'

const me = 'agent@example.com'

const rowCount = async () => (await screen.findByLabelText('Chats')).childElementCount

test('an agent signs in, reads and answers although the browser says there is no network', async () => {
  sayOnline(false)
  const { sandbox, user } = await openApp('/chats?show=all', { chats: 20 })
  expect(await rowCount()).toBeGreaterThan(5)
  expect(screen.queryByText('You’re offline')).toBeNull()

  await user.click(screen.getByText('Archives'))
  await screen.findByLabelText('Results')
  await user.click(screen.getByTitle('Your account'))
  await user.click(await screen.findByText('Validate session'))
  await screen.findByText(/^This session is active/)
  await user.click(screen.getByText('Chats'))

  const [inbox] = sandbox.world.inboxes.values()
  const mine = inbox?.index.all().find(({ active, present }) => active && present.includes(me))
  await screen.findByLabelText('Chats')
  const link = document.querySelector(`a[href*="${mine?.id}"]`)
  if (!link) throw new Error('no chat of the agent is in view')
  await user.click(link)
  await user.type(await screen.findByLabelText('Reply to customer'), 'still here{Enter}')
  await waitFor(() =>
    expect(sandbox.world.requests).toContainEqual(
      expect.objectContaining({ endpoint: 'send_event', status: 200 }),
    ),
  )
})

test('an agent who goes offline is told when the network is really gone, and what is there stays', async () => {
  const { user, goOffline } = await openApp('/chats?show=all', { chats: 20 })
  const before = await rowCount()
  const refresh = screen.getByLabelText('Refresh')
  goOffline()
  await user.click(refresh)
  await screen.findByText('You’re offline')
  expect(await rowCount()).toBe(before)

  // The browser still says so, yet a request succeeds.
  network.isDown = false
  await user.click(refresh)
  await waitFor(() => expect(screen.queryByText('You’re offline')).toBeNull())

  network.isDown = true
  await user.click(refresh)
  await screen.findByText('You’re offline')
})

test('a sign-in that cannot reach LiveChat says so', async () => {
  const { client, goOffline } = await openApp('/', { email: null })
  goOffline()
  for (const flow of ['popup', 'redirect'] as const)
    await expect(client.signIn({ flow })).rejects.toMatchObject({ code: 'network' })
})
