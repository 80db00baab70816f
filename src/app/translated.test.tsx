import { screen, waitFor } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { setTokenLifetime } from '../../sandbox/control/control-actions.ts'
import { readEnvironment } from './environment.ts'
import { openApp } from './testing/open-app.ts'

/** Translates the page as a browser does, now and whenever it changes: each text becomes an element in an element. */
function translate(): void {
  const translateAll = () => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    while (texts.nextNode()) found.push(texts.currentNode as Text)
    for (const text of found) {
      const { parentElement } = text
      if (!parentElement || !text.data.trim()) continue
      if (parentElement.closest('font, textarea, script, style')) continue
      const outer = document.createElement('font')
      outer.appendChild(document.createElement('font')).textContent = text.data
      text.replaceWith(outer)
    }
  }
  const observer = new MutationObserver(translateAll)
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  translateAll()
  onTestFinished(() => observer.disconnect())
}

const crash = () => screen.queryByText(/^Something went wrong/)

test('a page that is translated goes on working: signing in, reading, answering, searching, ending', async () => {
  translate()
  const { user, client, bend } = await openApp('/', { email: null, chats: 20 })
  await user.click(await screen.findByRole('button', { name: /Sign in with LiveChat/ }))
  await screen.findByLabelText('Chats')
  bend('list_chats', { errorType: 'internal' })
  await user.click(screen.getByLabelText('Refresh'))
  await screen.findByText('Couldn’t load chats')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByText('Couldn’t load chats')).toBeNull())

  for (const link of document.querySelectorAll<HTMLElement>('.chat-list a')) {
    if (document.querySelector('.reply')) break
    await user.click(link)
    await waitFor(() => expect(document.querySelector('.event')).not.toBeNull())
  }
  const field = screen.getByRole('textbox', { name: /^(Reply|Note)/ })
  bend('send_event', { errorType: 'limit_reached' })
  await user.type(field, 'first{Enter}')
  await user.click(await screen.findByRole('button', { name: 'Send again' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull())

  await user.click(screen.getByRole('link', { name: /Archives/ }))
  await user.click((await screen.findByLabelText('Results')).querySelector('a') as HTMLElement)
  await user.click(screen.getByRole('link', { name: /Ada Agent/ }))
  const validate = await screen.findByRole('button', { name: 'Validate session' })
  await user.click(validate)
  await screen.findByText(/^This session is active/)
  bend('info', { status: 401 })
  await user.click(validate)
  await screen.findByText('Your session has ended')
  expect(crash()).toBeNull()

  await user.click(
    screen.getAllByRole('button', { name: /Sign in with LiveChat/ })[0] as HTMLElement,
  )
  await waitFor(() => expect(client.getSnapshot().status).toBe('signed-in'))
  await waitFor(() => expect(screen.queryByText('Your session has ended')).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByRole('button', { name: /Sign in with LiveChat/ })
  expect(crash()).toBeNull()
})

test('a page that is translated renews a session that is about to end', async () => {
  const { clientId } = readEnvironment({})
  const { user, client, sandbox } = await openApp('/chats', {
    beforeSignIn: ({ world }) => setTokenLifetime(world, clientId, 240),
  })
  const expires = () => screen.queryByText(/^Your session expires in/)
  await waitFor(() => expect(expires()).not.toBeNull())
  translate()
  setTokenLifetime(sandbox.world, clientId, 28_800)
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await waitFor(() => expect(client.timeLeft()).toBeGreaterThan(3_600_000))
  await waitFor(() => expect(expires()).toBeNull())
  expect(crash()).toBeNull()
  screen.getByRole('list', { name: 'Chats' })
})
