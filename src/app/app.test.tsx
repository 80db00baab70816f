import { screen, waitFor } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { savePending } from '../auth/flow/pending-sign-in.ts'
import { readEnvironment } from './environment.ts'
import { asked } from './testing/inbox.ts'
import { openApp } from './testing/open-app.ts'

async function expectEveryPage() {
  const { user } = await openApp('/chats', { chats: 20 })
  for (const [link, page] of [
    [/Archives/, 'Archives'],
    [/Ada Agent/, 'Your account'],
    [/Chats/, 'Chats'],
  ] as const) {
    await user.click(await screen.findByRole('link', { name: link }))
    await screen.findByRole('heading', { level: 1, name: page })
    await waitFor(() => expect(document.querySelector('time')?.textContent).toMatch(/\d|now|day/))
  }
}

test.each([[['en-US@posix', 'C']], [undefined]])(
  'every page is drawn in a browser whose languages are %j',
  async (languages) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages as string[])
    onTestFinished(() => void vi.restoreAllMocks())
    await expectEveryPage()
  },
)

test('an app built for a path below its site signs in, shows its pages there and returns there', async () => {
  const { client, user } = await openApp('/desk/chats?sort=oldest', {
    chats: 20,
    environment: { base: '/desk/' },
  })
  expect(client.settings.redirectUri).toBe('http://localhost:3000/desk/callback')
  await screen.findByRole('heading', { level: 1, name: 'Chats' })
  await user.click(await screen.findByRole('link', { name: /Archives/ }))
  await screen.findByRole('heading', { level: 1, name: 'Archives' })
  expect(location.pathname).toBe('/desk/archives')
})

test('an app below a path is found without the slash at its end, too', async () => {
  await openApp('/desk', { chats: 20, environment: { base: '/desk/' } })
  await screen.findByRole('heading', { level: 1, name: 'Chats' })
  expect(location.pathname).toBe('/desk/chats')
})

test('after a refused redirect below a path, signing in leads back to where the agent was', async () => {
  const environment = { ...readEnvironment({}), base: '/desk/' }
  const { clientId, accountsUrl } = environment
  const pending = {
    state: 'refused',
    grantType: 'implicit',
    flow: 'redirect',
    clientId,
    accountsUrl,
    redirectUri: 'http://localhost:3000/desk/callback',
    returnTo: '/desk/archives?query=refund',
    createdAt: Date.now(),
  } as const
  savePending(pending, sessionStorage)
  const { client } = await openApp('/desk/callback?oauth_exception=access_denied&state=refused', {
    email: null,
    chats: 20,
    environment,
  })
  await screen.findByRole('heading', { level: 1, name: 'Sign-in failed' })
  expect(location.href).toBe('http://localhost:3000/desk/callback')
  await client.signIn({ flow: 'popup' })
  await screen.findByRole('heading', { level: 1, name: 'Archives' })
  expect(location.pathname + location.search).toBe('/desk/archives?query=refund')
})

test('the page for LiveChat’s answers shows the sign-in page when there is none, at the app’s own address', async () => {
  await openApp('/callback', { email: null })
  await screen.findByRole('button', { name: 'Sign in with LiveChat' })
  expect(location.pathname).toBe('/')
})

test('every page is drawn in a browser without Intl.Segmenter', async () => {
  const segmenter = Object.getOwnPropertyDescriptor(Intl, 'Segmenter') ?? {}
  Reflect.deleteProperty(Intl, 'Segmenter')
  onTestFinished(() => void Object.defineProperty(Intl, 'Segmenter', segmenter))
  await expectEveryPage()
})

test('in StrictMode, where React runs everything twice, a sign-in requests one token and the chats once (F28)', async () => {
  const { sandbox, user } = await openApp('/chats', {
    email: null,
    environment: { pollInterval: 10_000 },
  })
  const windows = vi.spyOn(globalThis, 'open')
  await user.click(await screen.findByRole('radio', { name: /^Code/ }))
  await user.click(screen.getByRole('button', { name: 'Sign in with LiveChat' }))
  await screen.findByRole('list', { name: 'Chats' })
  const sent = (endpoint: string, method: string) =>
    asked(sandbox, endpoint).filter((one) => one.method === method)
  expect(windows).toHaveBeenCalledOnce()
  expect(sent('token', 'POST')).toHaveLength(1)
  expect(sent('list_chats', 'POST')).toHaveLength(1)
})
