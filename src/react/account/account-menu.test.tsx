import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { createSandbox } from '../../../sandbox/server/sandbox.ts'
import { accountsUrl, connect } from '../../app/testing/browser.ts'
import { createSignInClient, type SignInOptions } from '../../auth/index.ts'
import { LiveChatProvider } from '../index.ts'
import { AccountMenu, type AccountMenuProps, useAccount, useOrganizations } from './index.ts'

const northwind = '7d5f5b3c-2a0e-4e0b-9a43-6f3f0f6f5d11'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function What() {
  const account = useAccount()
  const { current, others, switchTo } = useOrganizations()
  const name = account.status === 'loaded' ? account.account?.name : account.status
  return (
    <>
      <p>{`${name}, ${current?.name}; ${others.map((one) => one.name)}`}</p>
      <button type="button" onClick={() => void switchTo(northwind)}>
        Northwind
      </button>
      <button type="button" onClick={account.reload}>
        Again
      </button>
    </>
  )
}

interface Page extends AccountMenuProps {
  email?: string
  options?: Partial<SignInOptions>
}

/** A page with the menu and the hooks, signed in on a sandbox in this process. */
async function openPage({ email = 'jones@example.com', options, ...props }: Page = {}) {
  const sandbox = createSandbox({ chats: 0 })
  connect(sandbox, email)
  const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
  // A private app is for one organization.
  const app = sandbox.world.clients.get(clientId)
  if (app) app.visibility = 'public'
  const client = createSignInClient({ clientId, accountsUrl, ...options })
  onTestFinished(() => client.dispose())
  await client.signIn()
  render(
    <LiveChatProvider client={client}>
      <AccountMenu {...props} />
      <What />
    </LiveChatProvider>,
  )
  const user = userEvent.setup({ delay: null })
  return { sandbox, client, user }
}

const menuButton = () => screen.findByRole('button', { name: 'Account: Jamie Jones' })
const labels = () =>
  screen.getAllByRole('menuitem', { hidden: false }).map((item) => item.textContent)
const letters = (button: HTMLElement) =>
  button.querySelector<HTMLElement>('.account-menu-avatar')?.dataset.letters
const isOpen = () => screen.queryByRole('menu', { hidden: false }) !== null
const focused = () => document.activeElement?.textContent

test('the menu says who and where the agent is, and how long the session lasts', async () => {
  const { user } = await openPage()
  const button = await menuButton()
  expect([button.getAttribute('aria-haspopup'), button.getAttribute('aria-expanded')]).toEqual([
    'menu',
    'false',
  ])
  // The initials are drawn: they are not a visible label, which its name would lack (WCAG 2.5.3).
  expect([button.textContent, letters(button), isOpen()]).toEqual(['', 'JJ', false])
  await user.click(button)
  const menu = screen.getByRole('menu', { name: 'Account: Jamie Jones' })
  expect(button.getAttribute('aria-controls')).toBe(menu.id)
  expect(button.getAttribute('aria-expanded')).toBe('true')
  const about = document.getElementById(menu.getAttribute('aria-describedby') ?? '')
  expect(about?.textContent).toMatch(
    /^Jamie Jonesjones@example.comAcme OutdoorSession expires in (8 hr|7 hr 59 min)$/,
  )
  expect(labels()).toEqual(['Switch account', 'Sign out'])
})

test('the keyboard opens it at either end, goes round, finds a letter and closes it', async () => {
  const { user } = await openPage({ items: [{ label: 'Settings', onSelect() {} }] })
  const button = await menuButton()
  button.focus()
  await user.keyboard('{ArrowDown}')
  expect(focused()).toBe('Settings')
  await user.keyboard('{ArrowUp}')
  expect(focused()).toBe('Sign out')
  await user.keyboard('{ArrowDown}s')
  expect(focused()).toBe('Switch account')
  await user.keyboard('{End}')
  expect(focused()).toBe('Sign out')
  await user.keyboard('{Home}')
  expect(focused()).toBe('Settings')
  await user.keyboard('{Escape}')
  expect([isOpen(), document.activeElement]).toEqual([false, button])

  await user.keyboard('{ArrowUp}')
  expect(focused()).toBe('Sign out')
  await user.tab()
  expect([isOpen(), focused()]).toEqual([false, 'Northwind'])
  expect(screen.getAllByRole('menuitem').map((item) => item.tabIndex)).toEqual([-1, -1, -1])
})

test('a click elsewhere closes it', async () => {
  const { user } = await openPage()
  await user.click(await menuButton())
  await user.click(document.body)
  expect(isOpen()).toBe(false)
})

test('an item of the page is called in the click, and the menu closes', async () => {
  const onSelect = vi.fn()
  const { user } = await openPage({ items: [{ label: 'Settings', onSelect }] })
  await user.click(await menuButton())
  await user.click(screen.getByRole('menuitem', { name: 'Settings' }))
  expect(onSelect).toHaveBeenCalledOnce()
  expect(isOpen()).toBe(false)
})

test('signing out hides the menu and revokes the token', async () => {
  const { sandbox, client, user } = await openPage()
  await user.click(await menuButton())
  await user.click(screen.getByRole('menuitem', { name: 'Sign out' }))
  await waitFor(() => expect(client.getSnapshot().status).toBe('signed-out'))
  expect(screen.queryByRole('button', { name: /Account/, hidden: false })).toBeNull()
  await waitFor(() => expect(sandbox.world.accessTokens.size).toBe(0))
  await screen.findByText('signed-out, undefined;')
})

test('after a switch to another organization the menu offers the way back', async () => {
  const { client, user } = await openPage()
  await screen.findByText('Jamie Jones, Acme Outdoor;')
  await user.click(screen.getByRole('button', { name: 'Northwind' }))
  await screen.findByText('Jamie Jones, Northwind Coffee; Acme Outdoor')
  await user.click(await menuButton())
  expect(labels()).toEqual(['Switch to Acme Outdoor', 'Switch account', 'Sign out'])
  await user.click(screen.getByRole('menuitem', { name: 'Switch to Acme Outdoor' }))
  await screen.findByText('Jamie Jones, Acme Outdoor; Northwind Coffee')
  expect(client.getSnapshot().status).toBe('signed-in')
})

test('near the end of the session the menu says so and offers to stay', async () => {
  const { client, user } = await openPage({ options: { expiringAhead: 9 * 3_600_000 } })
  await user.click(await menuButton())
  await waitFor(() => expect(labels()).toEqual(['Stay signed in', 'Switch account', 'Sign out']))
  expect(screen.getByRole('timer').textContent).toMatch(/^Session expires in (8 hr|7 hr 59 min)$/)
  const before = client.getSnapshot()
  await user.click(screen.getByRole('menuitem', { name: 'Stay signed in' }))
  await waitFor(() =>
    expect(client.getSnapshot()).not.toMatchObject({
      session: { signInId: 'session' in before && before.session?.signInId },
    }),
  )
})

test('a session that renews itself shows no time, and one bound to an account no other account', async () => {
  const expectedAccountId = '2f1c9a54-7d0e-4d5a-9d0e-0d1b8a9c4e02'
  const { user } = await openPage({ options: { grantType: 'code', expectedAccountId } })
  await user.click(await menuButton())
  expect(document.body.textContent).not.toContain('expires')
  expect(labels()).toEqual(['Sign out'])
})

test('a blocked sign-in window is said beside the menu, with the other way, until Escape', async () => {
  const { client, user } = await openPage()
  await user.click(await menuButton())
  vi.stubGlobal('open', () => null)
  await user.click(screen.getByRole('menuitem', { name: 'Switch account' }))
  expect((await screen.findByRole('alert')).textContent).toContain('blocked')
  expect(screen.getByRole('button', { name: 'Use this tab instead', hidden: false })).toBeTruthy()
  expect(client.getSnapshot().status).toBe('signed-in')
  await user.keyboard('{Escape}')
  expect(screen.getByRole('alert').textContent).toBe('')
})

test('an account that cannot be loaded is said, and asked for again', async () => {
  const sandbox = createSandbox({ chats: 0 })
  sandbox.world.faults.push({ endpoint: 'accounts/me', times: 3, status: 500 })
  connect(sandbox, 'jones@example.com')
  const client = createSignInClient({
    clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
    accountsUrl,
  })
  onTestFinished(() => client.dispose())
  await client.signIn()
  render(
    <LiveChatProvider client={client}>
      <AccountMenu />
    </LiveChatProvider>,
  )
  const user = userEvent.setup({ delay: null })
  await user.click(screen.getByRole('button', { name: 'Account' }))
  await screen.findByText('Your account couldn’t be loaded.')
  sandbox.world.faults.length = 0
  await user.click(screen.getByRole('menuitem', { name: 'Try again' }))
  await menuButton()
})

test('a picture that cannot be shown is replaced by initials', async () => {
  const { sandbox, client, user } = await openPage()
  const [, , jones] = sandbox.world.accounts.values()
  if (jones) jones.avatarUrl = 'https://pictures.example/jones.png'
  await user.click(screen.getByRole('button', { name: 'Again' }))
  const picture = await waitFor(() => {
    const found = document.querySelector('img')
    expect(found?.src).toBe('https://pictures.example/jones.png')
    return found
  })
  expect([picture?.hidden, picture?.referrerPolicy]).toEqual([false, 'no-referrer'])
  picture?.dispatchEvent(new Event('error'))
  expect(picture?.hidden).toBe(true)
  expect(letters(await menuButton())).toBe('JJ')
  expect(client.getSnapshot().status).toBe('signed-in')
})
