import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { preferredLanguage, showLanguage } from './current-language.ts'

afterEach(() => showLanguage('en'))

const browserPrefers = (...tags: string[]) =>
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(tags)

test('the page is in the language the browser prefers, unless the agent has chosen one', async () => {
  browserPrefers('de-AT', 'fr')
  expect(preferredLanguage()).toBe('de')
  const { user } = await openApp('/account')
  const choice = await screen.findByRole('combobox', { name: 'Kept in this browser.' })
  await user.selectOptions(choice, '日本語')
  await waitFor(() => expect(document.documentElement.lang).toBe('ja'))
  expect(preferredLanguage()).toBe('ja')
  localStorage.setItem('sign-in-with-livechat:language', '"toString"')
  expect(preferredLanguage()).toBe('de')
})

test('the page says its language and which way it is written', async () => {
  await showLanguage('he')
  expect(document.documentElement).toMatchObject({ lang: 'he', dir: 'rtl' })
  await showLanguage('en')
  expect(document.documentElement).toMatchObject({ lang: 'en', dir: 'ltr' })
})

test('of languages chosen in a row the page stays in the last', async () => {
  await Promise.all([showLanguage('de'), showLanguage('en')])
  expect(document.documentElement.lang).toBe('en')
})
test('what is on the page changes its language with it, and the focus stays', async () => {
  const { user } = await openApp('/account')
  const choice = await screen.findByRole('combobox', { name: 'Kept in this browser.' })
  await screen.findByRole('heading', { name: 'Your account' })
  await user.selectOptions(choice, 'Deutsch')
  await screen.findByRole('heading', { level: 1, name: 'Ihr Konto' })
  expect(document.title).toBe('Ihr Konto · Posteingang')
  expect(document.activeElement).toBe(choice)
})
