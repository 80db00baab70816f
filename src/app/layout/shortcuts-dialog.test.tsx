import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { showLanguage } from '../language/current-language.ts'
import { email, goTo, inboxOf, isMine, openChat, say } from '../testing/inbox.ts'

afterEach(() => showLanguage('en'))

const list = () => screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })
const reply = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Reply to/ })

test('? lists the shortcuts, but is a letter where the agent writes', async () => {
  const { user } = await openChat(isMine)
  const field = await reply()
  await user.type(field, 'really?')
  expect(list()).toBeNull()
  expect(field.value).toBe('really?')
  field.blur()
  await user.keyboard('?')
  await waitFor(() => expect(list()).not.toBeNull())
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(list()).toBeNull())
})

test('keys are called what is printed on them', async () => {
  const { user } = await openChat(isMine)
  const field = await reply()
  field.blur()
  await user.keyboard('?')
  await waitFor(() => expect(list()).not.toBeNull())
  const keys = () => [...document.querySelectorAll('kbd')].map((key) => key.textContent)
  expect(keys()).toContain('Home')
  await showLanguage('de')
  await waitFor(() => expect(keys()).toContain('Pos1'))
  expect(keys()).not.toContain('Ctrl')
})

test('shortcuts of a single key can be switched off, and on again; those with Ctrl and Alt stay', async () => {
  const { user } = await openChat(isMine)
  const field = await reply()
  const search = screen.getByRole('searchbox', { name: 'Search archives' })
  field.blur()
  await user.keyboard('?')
  await user.click(await screen.findByRole('checkbox', { name: 'Single-key shortcuts' }))
  expect(JSON.stringify({ ...localStorage })).toContain('singleKeys')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(list()).toBeNull())
  await user.keyboard('?/')
  expect(list()).toBeNull()
  expect(document.activeElement).not.toBe(search)
  expect(search.getAttribute('aria-keyshortcuts')).toBeNull()
  field.focus()
  fireEvent.keyDown(field, { key: '/', ctrlKey: true })
  await user.click(await screen.findByRole('checkbox', { name: 'Single-key shortcuts' }))
  await user.click(screen.getByRole('button', { name: 'Close' }))
  field.blur()
  await user.keyboard('/')
  await waitFor(() => expect(document.activeElement).toBe(search))
})

test('Alt N opens the next chat that waits, also in the middle of a reply, which stays as a draft', async () => {
  const { world, chatId, user } = await openChat(isMine)
  const inbox = inboxOf(world)
  const other = inbox.index
    .all()
    .find(({ id, active, present }) => active && present.includes(email) && id !== chatId)
  say(world, other?.id ?? '', 'hello?')
  goTo(`/chats/${chatId}`)
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await user.type(await reply(), 'half')
  const row = () =>
    [...document.querySelectorAll('.chat-row')].find((one) => one.textContent?.includes('hello?'))
  await waitFor(() => expect(row()).toBeTruthy())
  const seen: string[] = []
  for (let count = 0; count < 9 && !seen.includes(other?.id ?? ''); count += 1) {
    const before = location.pathname
    fireEvent.keyDown(document.activeElement ?? document.body, {
      key: 'n',
      code: 'KeyN',
      altKey: true,
    })
    await waitFor(() => expect(location.pathname).not.toBe(before))
    seen.push(location.pathname.split('/').at(-1) ?? '')
  }
  expect(seen).toContain(other?.id)
})
