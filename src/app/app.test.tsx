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

test('every page is drawn in a browser without Intl.Segmenter', async () => {
  const segmenter = Object.getOwnPropertyDescriptor(Intl, 'Segmenter') ?? {}
  Reflect.deleteProperty(Intl, 'Segmenter')
  onTestFinished(() => void Object.defineProperty(Intl, 'Segmenter', segmenter))
  await expectEveryPage()
})
