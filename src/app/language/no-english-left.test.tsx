import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { findChat, goTo, isMine } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'
import { showLanguage } from './current-language.ts'
import { englishMessages, i18n, language } from './define-messages.ts'
import type { Forms } from './translation.ts'

/** English in letters that nobody else writes, so that what is not translated stands out. */
const disguise = (text: string) =>
  text.replace(/\{\w+\}|[a-z]/gi, (part) =>
    part.length > 1 ? part : String.fromCodePoint((part.codePointAt(0) ?? 0) + 0xfee0),
  )
const isDisguised = (text: string) => /[\uff21-\uff5a]/.test(text)

function showDisguised(): void {
  const each = (message: string | Forms) =>
    typeof message === 'string'
      ? disguise(message)
      : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, disguise(text)]))
  const disguised = Object.fromEntries(
    Object.entries(englishMessages()).map(([part, messages]) => [
      part,
      Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, each(message)])),
    ]),
  )
  Object.assign(i18n.cache, { de: disguised })
  language.set('de')
}

/** What others wrote, what is written the same everywhere, and what has words of its own. */
const foreign =
  'bdi, code, kbd, time, textarea, script, style, svg, option:not([value=""]), [dir="auto"], [role="timer"], .initials, .row-gauge, .key, .sign-in-with-livechat, .person-text'

/** What a person would read or hear on the page that has Latin letters and none of ours. */
function englishLeft(): string[] {
  const found = new Set<string>()
  const look = (text: string | null | undefined, of: Element | null) => {
    if (!text || !/[a-z]{2}/i.test(text) || isDisguised(text) || of?.closest(foreign)) return
    found.add(text.trim())
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) look(texts.currentNode.textContent, texts.currentNode.parentElement)
  for (const element of document.body.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      look(element.getAttribute(name), element)
    }
  }
  look(document.title, null)
  return [...found].sort()
}

afterEach(async () => {
  Reflect.deleteProperty(i18n.cache, 'de')
  await showLanguage('en')
})

test('nobody is signed in', async () => {
  showDisguised()
  await openApp('/', { email: null })
  await screen.findByRole('heading', { level: 1 })
  expect(englishLeft()).toEqual([])
})

test('a page that is not there', async () => {
  showDisguised()
  await openApp('/nowhere', { email: null })
  await screen.findByRole('heading', { level: 1 })
  expect(englishLeft()).toEqual([])
})

test('a personal access token', async () => {
  showDisguised()
  await openApp('/token', { email: null })
  await screen.findByRole('heading', { level: 1 })
  expect(englishLeft()).toEqual([])
})

test('the list, a chat and its details, and the shortcuts', async () => {
  showDisguised()
  const { sandbox, user } = await openApp('/chats')
  await waitFor(() => expect(document.querySelector('.chat-list a')).not.toBeNull())
  expect(englishLeft()).toEqual([])
  goTo(`/chats/${findChat(sandbox.world, isMine).id}`)
  await waitFor(() => expect(document.querySelector('.event')).not.toBeNull())
  await waitFor(() => expect(document.querySelector('.facts')).not.toBeNull())
  await user.keyboard('{Escape}?')
  expect(englishLeft()).toEqual([])
})

test('the archives', async () => {
  showDisguised()
  await openApp('/archives?q=tent')
  await waitFor(() => expect(document.querySelector('.archive-list a')).not.toBeNull())
  expect(englishLeft()).toEqual([])
})

test('the account, also when its language changes while it is shown', async () => {
  await openApp('/account')
  await waitFor(() => expect(document.querySelector('.account-sessions')).not.toBeNull())
  showDisguised()
  await waitFor(() => expect(isDisguised(document.title)).toBe(true))
  expect(englishLeft()).toEqual([])
})
