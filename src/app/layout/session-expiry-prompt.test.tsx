import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { setTokenLifetime } from '../../../sandbox/control/control-actions.ts'
import { readEnvironment } from '../environment.ts'
import { openApp } from '../testing/open-app.ts'

const { clientId } = readEnvironment({})
const prompt = () => screen.queryByRole('region', { name: 'Your session is about to expire' })

const openWithShortSession = () =>
  openApp('/chats', { beforeSignIn: ({ world }) => setTokenLifetime(world, clientId, 240) })

test('a session with hours left asks for nothing', async () => {
  await openApp('/chats')
  await screen.findByRole('list', { name: 'Chats' })
  expect(prompt()).toBeNull()
})

test('a session near its end asks to continue, and one click renews it in place', async () => {
  const { sandbox, client, user } = await openWithShortSession()
  await waitFor(() => expect(prompt()).not.toBeNull())
  screen.getByText('Your session is about to expire. Click Continue to stay signed in.')
  expect(prompt()?.textContent).toMatch(/Your session expires in [34] min/)
  setTokenLifetime(sandbox.world, clientId, 28_800)
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await waitFor(() => expect(prompt()).toBeNull())
  expect(client.timeLeft()).toBeGreaterThan(3_600_000)
  screen.getByRole('list', { name: 'Chats' })
})

test('a blocked sign-in window says so and offers this tab instead', async () => {
  const { user } = await openWithShortSession()
  await waitFor(() => expect(prompt()).not.toBeNull())
  vi.stubGlobal('open', () => null)
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await waitFor(() => expect(prompt()?.textContent).toContain('Use this tab instead'))
  expect(screen.getByRole('alert').textContent).toContain('blocked')
})
