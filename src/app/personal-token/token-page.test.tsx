import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { personalAccessTokens } from '../../../sandbox/world/seed.ts'
import type { World } from '../../../sandbox/world/world.ts'
import { goTo } from '../testing/inbox.ts'
import { type AppOptions, openApp } from '../testing/open-app.ts'

const [seeded] = personalAccessTokens
if (!seeded) throw new Error('The sandbox has no personal access token.')
const { accountId, token } = seeded
const pair = btoa(`${accountId}:${token}`)

type App = Awaited<ReturnType<typeof openApp>>

const openTokenPage = (options: AppOptions = {}) =>
  openApp('/token', { email: null, environment: { personalTokens: true }, ...options })

const accountField = () => screen.findByLabelText<HTMLInputElement>('Account ID')
const tokenField = () => screen.findByLabelText<HTMLInputElement>('Token')
const chats = () => screen.findByRole('list', { name: 'Chats' })

async function typeToken({ user }: App, typed = token) {
  await user.type(await accountField(), accountId)
  await user.type(await tokenField(), typed)
  await user.click(screen.getByRole('button', { name: 'Use this token' }))
}

const removeToken = ({ user }: App) =>
  user.click(screen.getByRole('button', { name: 'Remove token' }))

function withCredentials(world: World) {
  return world.requests.filter((one) => one.headers.authorization)
}

test('removing the token leaves no chat and no token', async () => {
  const app = await openTokenPage()
  const { world } = app.sandbox
  await typeToken(app)
  await chats()
  await waitFor(() => expect(world.requests.some((one) => one.endpoint === 'get_agent')).toBe(true))
  await removeToken(app)
  expect((await accountField()).value).toBe('')
  expect(location.pathname).toBe('/token')
  world.requests.length = 0
  history.pushState(null, '', '/chats')
  window.dispatchEvent(new PopStateEvent('popstate'))
  await screen.findByRole('button', { name: 'Sign in with LiveChat' })
  expect(screen.queryByRole('list', { name: 'Chats' })).toBeNull()
  expect(withCredentials(world)).toEqual([])
})

test('a token with characters beyond Latin-1 is reported', async () => {
  const app = await openTokenPage()
  await typeToken(app, 'dal:🔑')
  expect((await screen.findByRole('alert')).textContent).toContain(
    'LiveChat doesn’t accept this token',
  )
})

test('a token deleted at LiveChat ends the work with a reason', async () => {
  const app = await openTokenPage()
  await typeToken(app)
  await chats()
  app.sandbox.world.personalAccessTokens.delete(token)
  await app.user.click(screen.getByRole('button', { name: 'Refresh' }))
  expect((await screen.findByRole('alert')).textContent).toContain(
    'LiveChat no longer accepts that token',
  )
  expect(location.pathname).toBe('/token')
  expect(screen.queryByRole('list', { name: 'Chats' })).toBeNull()
})

test('a missing scope of the token is named, with how to get it', async () => {
  const app = await openTokenPage({
    prepare: ({ world }) => {
      const known = world.personalAccessTokens.get(token)
      if (known) world.personalAccessTokens.set(token, { ...known, scopes: ['accounts--my:ro'] })
    },
  })
  await typeToken(app)
  const alert = await screen.findByRole('alert')
  await waitFor(() => expect(alert.textContent).toContain('chats--access:ro'))
  expect(alert.textContent).toContain('Create a personal access token with this scope')
  expect(screen.queryByRole('button', { name: 'Sign in with LiveChat' })).toBeNull()
})

test('a signed-in agent signs out first, and a token in use replaces the account page', async () => {
  const app = await openTokenPage({ email: 'agent@example.com' })
  await screen.findByText(/You’re signed in\. Sign out first/)
  await app.user.click(screen.getByRole('button', { name: 'Sign out' }))
  await typeToken(app)
  await chats()
  await waitFor(() => expect(app.sandbox.world.accessTokens.size).toBe(0))

  const banner = screen.getByRole('banner')
  await app.user.click(await within(banner).findByRole('link', { name: /agent@example\.com/ }))
  const inUse = await screen.findByText(/You’re using a personal access token/)
  expect(location.pathname).toBe('/token')
  await waitFor(() => expect(inUse.closest('p')?.textContent).toContain('Ada Agent'))
  await removeToken(app)
  await tokenField()
})

function expectKeptNowhere() {
  const kept = [
    { ...localStorage },
    { ...sessionStorage },
    location.href,
    document.cookie,
    history.state,
    document.documentElement.outerHTML,
    ...screen.queryAllByRole<HTMLInputElement>('textbox').map(({ value }) => value),
    screen.queryByLabelText<HTMLInputElement>('Token')?.value,
  ]
  for (const secret of [token.split(':')[1] ?? token, pair]) {
    expect(JSON.stringify(kept)).not.toContain(secret)
  }
}

test('a wrong token is reported and removed from the page, and so is one that met no network', async () => {
  const app = await openTokenPage()
  await typeToken(app, `${token}-mistyped`)
  expect((await screen.findByRole('alert')).textContent).toContain(
    'LiveChat doesn’t accept this token',
  )
  expect(document.activeElement).toBe(await tokenField())
  expect((await tokenField()).value).toBe('')
  expect((await accountField()).value).toBe(accountId)
  expectKeptNowhere()

  app.bend('list_chats', { times: 9, drop: true })
  await app.user.type(await tokenField(), `${token}{Enter}`)
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('cannot be reached'))
  expectKeptNowhere()
  app.sandbox.world.faults.length = 0
  await app.user.type(await tokenField(), `${token}{Enter}`)
  await chats()
})

test.each([
  `?token=${token}&account=${accountId}`,
  `#token=${token}`,
  `#access_token=${token}&state=x`,
  `?personalAccessToken=${pair}#${token}`,
])('a token in the address is removed unread, with a notice: %s', async (carried) => {
  const { sandbox } = await openApp(`/token${carried}`, {
    email: null,
    environment: { personalTokens: true },
  })
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Nothing was read from the address',
  )
  await waitFor(() => expect(location.href).toBe('http://localhost:3000/token'))
  expect((await tokenField()).value).toBe('')
  expect((await accountField()).value).toBe('')
  expect(withCredentials(sandbox.world)).toEqual([])
  expectKeptNowhere()
})

test('storage is never read for a token', async () => {
  for (const storage of [localStorage, sessionStorage]) {
    for (const name of ['token', 'personalAccessToken', 'sign-in-with-livechat:token']) {
      storage.setItem(name, JSON.stringify({ accountId, token }))
    }
  }
  const { sandbox } = await openTokenPage()
  expect((await tokenField()).value).toBe('')
  goTo('/chats')
  await screen.findByRole('button', { name: 'Sign in with LiveChat' })
  expect(withCredentials(sandbox.world)).toEqual([])
})

test('a build without the setting neither has nor offers the page', async () => {
  await openApp('/token', { email: null, environment: { personalTokens: false } })
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Page not found')
  goTo('/')
  await screen.findByRole('button', { name: 'Sign in with LiveChat' })
  expect(screen.queryByRole('link', { name: /personal access token/ })).toBeNull()
})

test('the keyboard alone uses a token, and nothing offers to keep it', async () => {
  const { user } = await openTokenPage()
  const field = await accountField()
  field.focus()
  await user.keyboard(accountId)
  await user.tab()
  const secret = await tokenField()
  expect(document.activeElement).toBe(secret)
  expect([secret.type, secret.autocomplete, secret.name]).toEqual(['password', 'off', ''])
  await user.keyboard(`${token}{Enter}`)
  await chats()
})
