import { expect, onTestFinished, test, vi } from 'vitest'
import { createSignInClient, SignInError } from '../auth/index.ts'
import { markedMessages, textsIn, unmarked } from '../messages/testing/marked-messages.ts'
import { openSignedInClient } from '../react/testing/open-client.ts'
import './define-account-menu.ts'

type Name = 'sign-in-with-livechat' | 'livechat-account-menu'

function add<Tag extends Name>(name: Tag, more: Partial<HTMLElementTagNameMap[Tag]>) {
  const element = document.createElement(name)
  Object.assign(element, more)
  document.body.append(element)
  onTestFinished(() => element.remove())
  return element
}

const shown = (element: HTMLElement) => element.shadowRoot ?? document
const until = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 5000 })

test('the elements leave no English when the page has words for all they say', async () => {
  const client = await openSignedInClient(3600, { expiringAhead: 3_600_000 })
  const menu = add('livechat-account-menu', { client, messages: markedMessages })
  expect(textsIn(shown(menu))).toContain('⟦signOut⟧')
  expect(unmarked(shown(menu)).filter((text) => text !== 'acme')).toEqual([])

  const button = add('sign-in-with-livechat', { client, messages: markedMessages })
  button.setAttribute('label', '⟦label⟧')
  client.endSession(new SignInError('popup_blocked'))
  expect(textsIn(shown(button))).toEqual(['⟦label⟧', '⟦popup_blocked⟧', '⟦useThisTab⟧'])
  expect(button.messages).toBe(markedMessages)
  button.messages = undefined
  expect(textsIn(shown(button)).at(-1)).toBe('Use this tab instead')
})

test('messages set before an element is in the page are its first', async () => {
  const element = document.createElement('sign-in-with-livechat')
  Object.defineProperty(element, 'messages', {
    value: { configuration: 'Ask Ada.' },
    configurable: true,
    enumerable: true,
    writable: true,
  })
  document.body.append(element)
  onTestFinished(() => element.remove())
  expect(textsIn(shown(element)).at(-1)).toBe('Ask Ada. (\u2068clientId is missing\u2069)')
})

test('a failure waits for its language, and is said in English where there is none', async () => {
  const client = createSignInClient({ clientId: 'app' })
  client.endSession(new SignInError('session_refused'))
  onTestFinished(() => client.dispose())
  const ended = await openSignedInClient()
  const element = add('sign-in-with-livechat', { client: ended, lang: 'nl' })
  ended.endSession(new SignInError('session_refused'))
  const alert = shown(element).querySelector<HTMLElement>('[role=alert]')
  expect(alert?.textContent).not.toContain('LiveChat no longer')
  await until(() =>
    expect(alert?.textContent).toMatch(/^LiveChat accepteert deze sessie niet meer/),
  )
  expect([alert?.lang, alert?.dir]).toEqual(['nl', ''])
  element.lang = 'fi'
  await until(() => expect(alert?.textContent).toMatch(/^LiveChat no longer/))
  expect([alert?.lang, alert?.dir]).toEqual(['en', 'auto'])
})

test('the menu is in the language around it', async () => {
  const menu = add('livechat-account-menu', { client: await openSignedInClient(), lang: 'tr' })
  await until(() => expect(textsIn(shown(menu))).toContain('Oturumu kapat'))
  document.body.lang = 'it'
  onTestFinished(() => document.body.removeAttribute('lang'))
  menu.removeAttribute('lang')
  await until(() => expect(textsIn(shown(menu))).toContain('Esci'))
})
