import { screen, waitFor } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
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

test('a refused redirect below a path of the site offers to sign in again there', async () => {
  await openApp('/desk/callback?oauth_exception=access_denied&state=forged', {
    email: null,
    environment: { base: '/desk/' },
  })
  await screen.findByRole('heading', { level: 1, name: 'Sign-in failed' })
  expect(location.href).toBe('http://localhost:3000/desk/callback')
})

test('every page is drawn in a browser without Intl.Segmenter', async () => {
  const segmenter = Object.getOwnPropertyDescriptor(Intl, 'Segmenter') ?? {}
  Reflect.deleteProperty(Intl, 'Segmenter')
  onTestFinished(() => void Object.defineProperty(Intl, 'Segmenter', segmenter))
  await expectEveryPage()
})
