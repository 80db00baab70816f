import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createSandbox } from '../../../sandbox/server/sandbox.ts'
import { createSignInClient } from '../../auth/index.ts'
import { LiveChatProvider, SignInWithLiveChat } from '../../react/index.ts'
import { accountsUrl, connect } from '../testing/browser.ts'

const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
const error = new Error('of the page')

/** A page with a button, on a sandbox. */
function open(button: ReactNode) {
  connect(createSandbox({ chats: 0 }), 'agent@example.com')
  const reported: unknown[] = []
  vi.stubGlobal('reportError', (thrown: unknown) => reported.push(thrown))
  const client = createSignInClient({ clientId, accountsUrl })
  const { unmount } = render(<LiveChatProvider client={client}>{button}</LiveChatProvider>)
  onTestFinished(() => {
    unmount()
    client.dispose()
    vi.unstubAllGlobals()
  })
  const click = () => userEvent.click(screen.getByRole('button', { name: /Sign in/ }))
  return { client, reported, click }
}

const fail = () => {
  throw error
}

test('an onSignedIn that throws is reported, and the agent stays signed in (F39)', async () => {
  const { client, reported, click } = open(<SignInWithLiveChat onSignedIn={fail} />)
  await click()
  await waitFor(() => expect(reported).toEqual([error]))
  expect(client.getSnapshot().status).toBe('signed-in')
})

test('an onError that throws is reported, and the button says why (F39)', async () => {
  const { reported, click } = open(<SignInWithLiveChat onError={fail} />)
  vi.stubGlobal('open', () => null)
  await click()
  await waitFor(() => expect(reported).toEqual([error]))
  expect(screen.getByRole('alert').textContent).toContain('blocked')
})
