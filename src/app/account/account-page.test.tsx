import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openSession } from '../../../sandbox/accounts/browser-session.ts'
import { mintAccessToken, revokeTokens } from '../../../sandbox/control/control-actions.ts'
import type { Sandbox } from '../../../sandbox/server/sandbox.ts'
import type { World } from '../../../sandbox/world/world.ts'
import { asked, goTo } from '../testing/inbox.ts'
import { type AppOptions, openApp } from '../testing/open-app.ts'
import { describeRole } from './profile-panel.tsx'

const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
const acme = '390e44e6-f1e6-4368-b6dd-74c14508c2e4'
const northwind = '7d5f5b3c-2a0e-4e0b-9a43-6f3f0f6f5d11'
const jones = 'jones@example.com'

const panel = (name: string) => screen.findByRole('region', { name })
const sessions = () => screen.findAllByText(/ on (Windows|Linux|macOS)|Unknown browser/)

function openAccount(options: AppOptions = {}) {
  return openApp('/account', { chats: 12, ...options })
}

/** Waits until a panel contains each of these texts. */
async function expectPanel(name: string, ...texts: string[]) {
  const region = await panel(name)
  await waitFor(() => {
    for (const text of texts) expect(region.textContent).toContain(text)
  })
  return region
}

async function click({ user }: Awaited<ReturnType<typeof openApp>>, name: string | RegExp) {
  await user.click(await screen.findByRole('button', { name }))
}

async function confirm({ user }: Awaited<ReturnType<typeof openApp>>) {
  const dialog = screen.getByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Sign out' }))
  return dialog
}

async function expectSignedOut({ world }: Sandbox) {
  await screen.findByRole('button', { name: 'Sign in with LiveChat' })
  expect(location.pathname).toBe('/')
  await waitFor(() => expect(world.accessTokens.size).toBe(0))
}

function clientIn(world: World) {
  const client = world.clients.get(clientId)
  if (!client) throw new RangeError('The sandbox has no such client.')
  return client
}

/** The agent has signed in before the app is drawn, with these scopes only. */
function withScopes(...scopes: string[]) {
  return ({ world }: Sandbox) => {
    clientIn(world).scopes = scopes
  }
}

/** The same agent is signed in to this app in a second browser, too. */
function signInElsewhere({ world }: Sandbox): void {
  const email = 'agent@example.com'
  const account = [...world.accounts.values()].find((one) => one.email === email)
  if (!account) throw new RangeError(`The sandbox has no account ${email}.`)
  openSession(world, account, {
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0',
    ip: '127.0.0.1',
  })
  mintAccessToken(world, { clientId, email })
}

test('roles have the names agents know; an unknown one is shown unchanged', () => {
  expect(['owner', 'viceowner', 'administrator', 'normal'].map(describeRole)).toEqual([
    'Owner',
    'Vice owner',
    'Administrator',
    'Agent',
  ])
  expect(describeRole('toString')).toBe('toString')
  expect(describeRole('night shift')).toBe('night shift')
})

test('the page shows who is signed in, their organization, sessions and scopes', async () => {
  const { sandbox } = await openAccount()
  await expectPanel('Profile', 'Ada Agent', 'agent@example.com', 'RoleAgent')
  await expectPanel('Organization', 'Acme Outdoor', acme)
  await expectPanel('This session', 'United States')
  const scopes = within(await panel('Permissions')).getAllByRole('listitem')
  expect(scopes).toHaveLength(clientIn(sandbox.world).scopes.length)
  const ending = scopes.find((one) => one.textContent?.includes('sessions--my:rw'))
  expect(ending?.textContent).toContain('sign you out there')
})

test.each([
  ['agents--my:ro', 'Owner'],
  ['accounts.roles--all:ro', 'Administrator'],
])('the role is shown with the scope %s, as far as that knows it', async (scope, role) => {
  await openAccount({
    email: 'smith@example.com',
    beforeSignIn: withScopes('chats--access:ro', 'accounts--my:ro', scope),
  })
  await expectPanel('Profile', `Role${role}`)
})

test('without its scope the role is neither requested nor shown', async () => {
  const { sandbox } = await openAccount({
    beforeSignIn: withScopes('chats--access:ro', 'accounts--my:ro'),
  })
  await expectPanel('Profile', 'Ada Agent')
  expect(screen.queryByText('Role')).toBeNull()
  expect(sandbox.world.requests.filter((one) => one.endpoint === 'get_agent')).toEqual([])
})

test('the time left counts down by seconds and is not announced', async () => {
  await openAccount()
  const timer = within(await panel('This session')).getByRole('timer')
  const before = timer.textContent
  await waitFor(() => expect(timer.textContent).not.toBe(before))
  await waitFor(() => expect(timer.textContent).toMatch(/^7:59:\d\d$/))
  expect(timer.hasAttribute('aria-live')).toBe(false)
})

test('a lifetime LiveChat did not give is marked as assumed', async () => {
  await openAccount({
    beforeSignIn: ({ world }) => world.faults.push({ endpoint: 'info', times: 9, status: 500 }),
  })
  await expectPanel('This session', 'Estimated')
})

test('the token is nowhere on the page', async () => {
  const { sandbox } = await openAccount()
  await sessions()
  const tokens = [...sandbox.world.accessTokens.keys()]
  expect(tokens).toHaveLength(1)
  for (const token of tokens) {
    expect(document.documentElement.outerHTML).not.toContain(token)
    expect(document.documentElement.outerHTML).not.toContain(token.slice(4))
  }
})

test('validating a session shows LiveChat’s result in words', async () => {
  const app = await openAccount()
  await click(app, 'Validate session')
  await screen.findByText(/^This session is active\. It expires in .*\. It has 9 scopes\.$/)

  app.bend('info', { status: 500 })
  await click(app, 'Validate session')
  expect((await screen.findByRole('alert')).textContent).toContain('LiveChat had a problem')

  revokeTokens(app.sandbox.world, { clientId })
  await click(app, 'Validate session')
  await screen.findByText('Your session has ended')
  await expectPanel('Profile', 'Ada Agent')
  const validate = screen.getByRole('button', { name: 'Validate session' })
  expect(validate.getAttribute('aria-disabled')).toBe('true')
})

test('revoking ends the session there and here', async () => {
  const app = await openAccount()
  await click(app, 'Revoke session')
  await expectSignedOut(app.sandbox)
})

test('signing out of the session in use signs this page out', async () => {
  const app = await openAccount()
  await click(app, /^Sign out .* \(this session\)$/)
  const dialog = await confirm(app)
  expect(dialog.textContent).toContain('This is your current session')
  await expectSignedOut(app.sandbox)
  expect(app.sandbox.world.sessions.size).toBe(0)
})

test('signing out everywhere leaves no session and no token', async () => {
  const app = await openAccount({ prepare: signInElsewhere })
  const { world } = app.sandbox
  expect([world.sessions.size, world.accessTokens.size]).toEqual([2, 2])
  await click(app, 'Sign out everywhere')
  await confirm(app)
  await expectSignedOut(app.sandbox)
  expect(world.sessions.size).toBe(0)
})

test('a sign-out that LiveChat refuses says why, and can be tried again', async () => {
  const app = await openAccount()
  await click(app, 'Sign out everywhere')
  app.bend('sessions', { status: 500 })
  const dialog = await confirm(app)
  expect((await within(dialog).findByRole('alert')).textContent).toContain('LiveChat had a problem')
  expect(app.sandbox.world.accessTokens.size).toBe(1)
  await confirm(app)
  await expectSignedOut(app.sandbox)
})

test.each([
  { status: 404 },
  { status: 429 },
  { status: 500 },
  { status: 503 },
  { status: 200, body: 'no JSON' },
  { drop: true },
])('the sessions panel explains %j, and loads when asked again', async (fault) => {
  const { sandbox, user } = await openAccount({
    prepare: ({ world }) => world.faults.push({ endpoint: 'sessions', times: 9, ...fault }),
  })
  const list = await panel('Where you’re signed in')
  const alert = await within(list).findByRole('alert')
  expect(alert.textContent).toMatch(/^Your sessions couldn’t be loaded\. [A-Z].*\./)
  await expectPanel('Organization', 'Acme Outdoor')
  sandbox.world.faults.length = 0
  await user.click(within(list).getByRole('button', { name: 'Try again' }))
  await within(list).findByRole('list', { name: 'Sessions' })
  expect(within(list).queryByRole('alert')).toBeNull()
  within(await panel('Profile')).getByText('Ada Agent')
})

test('offline, the page says so, keeps what it has and reports what fails', async () => {
  const app = await openAccount()
  await screen.findByRole('list', { name: 'Sessions' })
  app.goOffline()
  await click(app, 'Validate session')
  await screen.findByText('You’re offline')
  await expectPanel('Profile', 'Ada Agent')
  await screen.findByText(/LiveChat cannot be reached/)
  app.goOnline()
  await waitFor(() => expect(screen.queryByText('You’re offline')).toBeNull())
})

test('nothing is requested that the scopes do not allow', async () => {
  const { sandbox } = await openAccount({ beforeSignIn: withScopes('chats--access:ro') })
  await screen.findByText('This sign-in can’t show your profile')
  await screen.findByText('This sign-in can’t list your sessions')
  await expectPanel('Organization', 'Acme Outdoor')
  for (const endpoint of ['accounts/me', 'sessions', 'get_agent', 'get_customer']) {
    expect(asked(sandbox, endpoint), endpoint).toEqual([])
  }
  expect(sandbox.world.requests.filter((one) => one.status === 403)).toEqual([])
})

test('an app that names its scopes asks for a missing one beside them, and keeps what it has', async () => {
  const named = ['chats--access:ro', 'agents--my:ro']
  const app = await openAccount({
    environment: { scopes: named },
    beforeSignIn: withScopes(...named, 'accounts--my:ro', 'sessions--my:ro'),
  })
  const { world } = app.sandbox
  const ask = async (name: string) => {
    const region = await panel(name)
    await app.user.click(within(region).getByRole('button', { name: 'Sign in with LiveChat' }))
  }
  await expectPanel('Profile', 'accounts--my:ro')
  await ask('Profile')
  await expectPanel('Profile', 'Ada Agent')
  await ask('Where you’re signed in')
  await sessions()
  await expectPanel('Profile', 'Ada Agent')

  world.accessTokens.clear()
  goTo('/chats')
  await app.user.click(await screen.findByRole('button', { name: 'Refresh' }))
  const ended = await screen.findByRole('region', { name: 'Your session has ended' })
  await app.user.click(within(ended).getByRole('button'))
  await waitFor(() => expect(screen.queryByText('Your session has ended')).toBeNull())
  goTo('/account')
  await sessions()
  const asking = world.requests
    .filter((one) => one.endpoint === 'authorize' && one.method === 'GET')
    .map((one) => new URL(one.url).searchParams.get('scope'))
  expect([...new Set(asking)]).toEqual([
    named.join(),
    [...named, 'accounts--my:ro'].join(),
    [...named, 'accounts--my:ro', 'sessions--my:ro'].join(),
  ])
})

test('a missing scope is named with its purpose, and consent grants it', async () => {
  const { sandbox, user } = await openAccount({ beforeSignIn: withScopes('chats--access:ro') })
  const profile = await expectPanel('Profile', 'accounts--my:ro', 'show your name')
  const list = await expectPanel('Where you’re signed in', 'sessions--my:ro')
  within(list).getByText('This sign-in can’t list your sessions')

  const all = ['chats--access:ro', 'accounts--my:ro', 'sessions--my:ro']
  clientIn(sandbox.world).scopes = all
  await user.click(within(profile).getByRole('button', { name: 'Sign in with LiveChat' }))
  await expectPanel('Profile', 'Ada Agent')
  await within(list).findByRole('list', { name: 'Sessions' })
  const asked = sandbox.world.requests.filter(({ endpoint }) => endpoint === 'authorize')
  expect(asked.map(({ url }) => new URL(url).searchParams.get('prompt'))).toContain('consent')
})

test('a sign-in with read access to sessions names the scope to end them', async () => {
  await openAccount({
    beforeSignIn: withScopes('chats--access:ro', 'accounts--my:ro', 'sessions--my:ro'),
  })
  const list = await expectPanel('Where you’re signed in', 'sessions--my:rw')
  within(list).getByRole('list', { name: 'Sessions' })
  expect(screen.queryByRole('button', { name: 'Sign out everywhere' })).toBeNull()
})

/** An agent of two organizations, who is asked at each sign-in. */
const inAcme: AppOptions = {
  email: jones,
  beforeSignIn: ({ world }) => {
    clientIn(world).visibility = 'public'
  },
}

async function switchTo(app: Awaited<ReturnType<typeof openApp>>, organizationId: string) {
  await app.user.type(await screen.findByLabelText('Organization ID'), organizationId)
  await click(app, 'Switch')
}

test('an agent of two organizations switches to the other and back', async () => {
  const app = await openAccount(inAcme)
  const { world } = app.sandbox
  await expectPanel('Organization', 'Acme Outdoor')
  const field = screen.getByLabelText('Organization ID')
  const hint = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  expect(hint?.textContent).toMatch(/ask a colleague/)

  await switchTo(app, northwind)
  await screen.findByText('You’re now in Northwind Coffee.')
  await expectPanel('Organization', northwind)
  await expectPanel('This session', 'Europe')
  await waitFor(() => {
    const tokens = [...world.accessTokens.values()]
    expect(tokens.map((one) => one.organizationId)).toEqual([northwind])
  })

  await click(app, 'Switch to Acme Outdoor')
  await screen.findByText('You’re now in Acme Outdoor.')
  await screen.findByRole('button', { name: 'Switch to Northwind Coffee' })

  const kept = () => JSON.stringify({ ...localStorage, ...sessionStorage })
  expect(kept()).toContain('Northwind')
  await app.user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByRole('button', { name: /^Sign in with LiveChat|^Continue/ })
  expect(kept()).not.toContain('Northwind')
  expect(kept()).not.toContain('@')
})

test('an organization that LiveChat refuses says why, and the current one stays', async () => {
  const app = await openAccount(inAcme)
  await expectPanel('Organization', 'Acme Outdoor')
  await switchTo(app, '00000000-0000-4000-8000-000000000000')
  const organization = await panel('Organization')
  expect((await within(organization).findByRole('alert')).textContent).toContain(
    'Access was denied',
  )
  await expectPanel('Organization', 'Acme Outdoor')
  await click(app, 'Validate session')
  await screen.findByText(/^This session is active/)
})

test('a deep link to the account page signs in and stays there', async () => {
  const app = await openAccount({ email: null })
  await click(app, 'Sign in with LiveChat')
  await expectPanel('Profile', 'Ada Agent')
  expect(location.pathname).toBe('/account')
})
