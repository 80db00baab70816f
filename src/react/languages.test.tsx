import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { createSandbox } from '../../sandbox/server/sandbox.ts'
import { accountsUrl, connect } from '../app/testing/browser.ts'
import { createSignInClient, type SignInClient, SignInError } from '../auth/index.ts'
import { signInErrorCodes } from '../auth/sign-in-error.ts'
import type { Messages } from '../messages/index.ts'
import { markedMessages, textsIn, unmarked } from '../messages/testing/marked-messages.ts'
import { AccountMenu, useOrganizations } from './account/index.ts'
import { LiveChatProvider, SignInWithLiveChat } from './index.ts'
import { openSignedInClient } from './testing/open-client.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(client: SignInClient, children: ReactNode, messages?: Partial<Messages>) {
  onTestFinished(() => client.dispose())
  return render(
    <LiveChatProvider client={client} {...(messages && { messages })}>
      {children}
    </LiveChatProvider>,
  ).container
}

const button = <SignInWithLiveChat label="⟦label⟧" />

test.each(signInErrorCodes())(
  'the button leaves no English when the reason is %s',
  async (code) => {
    const client = await openSignedInClient()
    const page = show(client, button, markedMessages)
    client.endSession(new SignInError(code as 'network'))
    expect((await screen.findByRole('alert')).textContent).toBe(`⟦${code}⟧`)
    expect(unmarked(page)).toEqual([])
  },
)

test('nor while the agent signs in, in a window or by a redirect', async () => {
  vi.stubGlobal('open', () => ({ closed: false, focus() {}, close() {}, location: {} }))
  for (const flow of ['popup', 'redirect'] as const) {
    const client = createSignInClient({ clientId: 'app', flow })
    const page = show(client, button, markedMessages)
    await userEvent.click(screen.getByRole('button', { name: '⟦label⟧' }))
    await waitFor(() => expect(textsIn(page)).toHaveLength(2))
    expect(unmarked(page)).toEqual([])
    cleanup()
  }
})

test('a blocked window and its alternative are said in the language of the page', async () => {
  vi.stubGlobal('open', () => null)
  const page = show(
    createSignInClient({ clientId: 'app' }),
    <div lang="he">{<SignInWithLiveChat />}</div>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'כניסה באמצעות LiveChat' }))
  const alert = await screen.findByRole('alert')
  expect([alert.textContent?.slice(0, 5), alert.lang]).toEqual(['הדפדפ', 'he'])
  expect(screen.getByRole('button', { name: 'שימוש בכרטיסייה הזאת במקום זאת' }).lang).toBe('he')
  page.querySelector('[lang]')?.setAttribute('lang', 'pl')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^Przeglądarka/))
  page.querySelector('[lang]')?.setAttribute('lang', 'sv')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^Your browser/))
  expect(screen.getByRole('alert').lang).toBe('en')
})

function Others() {
  return <p>{useOrganizations().others.map((one) => one.name)}</p>
}

test('the account menu and the hooks leave no English, whatever the menu shows', async () => {
  const sandbox = createSandbox({ chats: 0 })
  connect(sandbox, 'jones@example.com')
  const app = sandbox.world.clients.get('9cbf3a968289727cb3cdfe83ab1d9836')
  if (app) app.visibility = 'public'
  const client = createSignInClient({
    clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
    accountsUrl,
    expiringAhead: 9 * 3_600_000,
  })
  sandbox.world.faults.push({ endpoint: 'accounts/me', times: 3, status: 500 })
  await client.signIn({ organizationId: '7d5f5b3c-2a0e-4e0b-9a43-6f3f0f6f5d11' })
  const page = show(
    client,
    <>
      <AccountMenu />
      <Others />
    </>,
    markedMessages,
  )
  const user = userEvent.setup({ delay: null })
  // What the world says is in no language of ours.
  const own = () =>
    unmarked(page).filter(
      (text) => !/^(Jamie Jones|jones@example.com|Northwind Coffee|JJ|[\da-f-]{36})$/.test(text),
    )
  expect(own()).toEqual([])

  await user.click(screen.getByRole('button', { name: '⟦account⟧' }))
  await waitFor(() => expect(textsIn(page)).toContain('⟦loadFailed⟧'))
  expect(own()).toEqual([])
  sandbox.world.faults.length = 0
  await user.click(screen.getByRole('menuitem', { name: '⟦tryAgain⟧' }))
  await user.click(await screen.findByRole('button', { name: '⟦accountOfJamie Jones⟧' }))
  expect(textsIn(page)).toEqual(
    expect.arrayContaining(['⟦staySignedIn⟧', '⟦switchToOwn⟧', '⟦ownOrganization⟧', '⟦signOut⟧']),
  )
  expect(screen.getByRole('timer').textContent).toMatch(/^⟦expiresIn\d/)
  expect(own()).toEqual([])

  vi.stubGlobal('open', () => null)
  await user.click(screen.getByRole('menuitem', { name: '⟦switchAccount⟧' }))
  await waitFor(() => expect(textsIn(page)).toContain('⟦popup_blocked⟧'))
  expect(textsIn(page)).toContain('⟦useThisTab⟧')
  expect(own()).toEqual([])
})

test('the menu follows the language of the page, and the page’s own words', async () => {
  const client = await openSignedInClient(3600, { expiringAhead: 3_600_000 })
  const page = show(client, <div lang="de">{<AccountMenu />}</div>, { signOut: 'Tschüss' })
  await waitFor(() => expect(screen.getByRole('timer').textContent).toMatch(/^Sitzung läuft ab in/))
  expect(screen.getByRole('timer').textContent).toMatch(/(1 Std\.|59 Min\.)$/)
  expect(textsIn(page)).toContain('Tschüss')
  page.querySelector('[lang]')?.setAttribute('lang', 'en')
  await waitFor(() => expect(screen.getByRole('timer').textContent).toMatch(/^Session expires in/))
})
