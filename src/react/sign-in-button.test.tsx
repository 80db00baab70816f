import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSignInClient, type SignInClient, SignInError } from '../auth/index.ts'
import {
  LiveChatProvider,
  SessionExpiring,
  SignedIn,
  SignedOut,
  SignInWithLiveChat,
} from './index.ts'
import { openSignedInClient } from './testing/open-client.ts'

// Pop-ups are blocked.
beforeEach(() => void vi.stubGlobal('open', () => null))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (client: SignInClient, children: ReactNode) =>
  render(<LiveChatProvider client={client}>{children}</LiveChatProvider>)

const twoButtons = (
  <>
    <section aria-label="header">
      <SignInWithLiveChat label="Continue as Ada" />
    </section>
    <section aria-label="page">
      <SignInWithLiveChat label="Use another account" />
    </section>
  </>
)

const alertsIn = (name: string) =>
  within(screen.getByRole('region', { name })).queryAllByRole('alert').length

test('a failure is shown under the button that was clicked, not under the others', async () => {
  show(createSignInClient({ clientId: 'app' }), twoButtons)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Use another account' }))
  expect((await screen.findByRole('alert')).textContent).toContain('blocked')
  expect([alertsIn('header'), alertsIn('page')]).toEqual([0, 1])
  expect(screen.getAllByRole('button', { name: 'Use this tab instead' })).toHaveLength(1)

  await user.click(screen.getByRole('button', { name: 'Continue as Ada' }))
  await waitFor(() => expect([alertsIn('header'), alertsIn('page')]).toEqual([1, 0]))
})

test('a failure that came from no button, as after a redirect, is shown under each', async () => {
  const client = await openSignedInClient()
  show(client, twoButtons)
  client.endSession(new SignInError('session_refused'))
  await waitFor(() => expect([alertsIn('header'), alertsIn('page')]).toEqual([1, 1]))
})

test('once the clicked button has gone, the others show what happens', async () => {
  const client = createSignInClient({ clientId: 'app' })
  const { rerender } = show(client, twoButtons)
  await userEvent.click(screen.getByRole('button', { name: 'Use another account' }))
  await screen.findByRole('alert')
  rerender(
    <LiveChatProvider client={client}>
      <SignInWithLiveChat label="Continue as Ada" />
    </LiveChatProvider>,
  )
  client.signIn().catch(() => {})
  expect(await screen.findAllByRole('alert')).toHaveLength(1)
})

const visibleButtons = () =>
  screen.getAllByRole('button', { hidden: false }).map((one) => one.textContent)

test('once the agent is signed in, the button goes; one for more scopes stays', async () => {
  show(
    await openSignedInClient(),
    <>
      <SignInWithLiveChat />
      <SignInWithLiveChat label="Allow more" showWhenSignedIn />
    </>,
  )
  await waitFor(() => expect(visibleButtons()).toEqual(['Allow more']))
  await userEvent.click(screen.getByRole('button', { name: 'Allow more' }))
  await screen.findByRole('alert')
  // The failure of the second does not bring the first back.
  expect(visibleButtons()).toEqual(['Allow more', 'Use this tab instead'])
})

const parts = (
  <>
    <SignedOut>Hello</SignedOut>
    <SignedIn>Your chats</SignedIn>
    <SessionExpiring>, soon over</SessionExpiring>
  </>
)

test('without a session only <SignedOut> is shown, also during the first sign-in', async () => {
  const client = createSignInClient({ clientId: 'app', flow: 'redirect' })
  const { container } = show(client, parts)
  expect(container.textContent).toBe('Hello')
  void client.signIn()
  await waitFor(() => expect(client.getSnapshot().status).toBe('signing-in'))
  expect(container.textContent).toBe('Hello')
  client.dispose()
})

test('<SignedIn> stays while the agent signs in again, and <SignedOut> follows the end', async () => {
  const client = await openSignedInClient(28_800, { flow: 'redirect' })
  const { container } = show(client, parts)
  await waitFor(() => expect(container.textContent).toBe('Your chats'))
  void client.signIn()
  await waitFor(() => expect(client.getSnapshot().status).toBe('signing-in'))
  expect(container.textContent).toBe('Your chats')
  client.dispose()

  const ended = await openSignedInClient()
  const { container: other } = show(ended, parts)
  ended.endSession(new SignInError('session_refused'))
  await waitFor(() => expect(other.textContent).toBe('Hello'))
})

test('<SessionExpiring> is shown near the end of a session that cannot renew itself', async () => {
  const client = await openSignedInClient(50)
  const { container } = show(client, parts)
  await waitFor(() => expect(container.textContent).toBe('Your chats, soon over'))
  client.dispose()
})
