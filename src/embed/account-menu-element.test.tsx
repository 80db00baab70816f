import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { createSandbox } from '../../sandbox/server/sandbox.ts'
import { accountsUrl, connect } from '../app/testing/browser.ts'
import { LiveChatAccountMenuElement } from './define-account-menu.ts'

const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
  sessionStorage.clear()
})

function add<Name extends 'sign-in-with-livechat' | 'livechat-account-menu'>(
  name: Name,
  more: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.setAttribute('client-id', clientId)
  element.setAttribute('accounts-url', accountsUrl)
  Object.assign(element, more)
  document.body.append(element)
  onTestFinished(() => {
    element.setAttribute('client-id', 'none')
    element.remove()
  })
  return element
}

function inside(element: HTMLElement, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`there is no ${selector}`)
  return found
}
const frame = (element: HTMLElement) => inside(element, '.livechat-account-menu')
const button = (element: HTMLElement) => inside(element, '.account-menu-button')
const until = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 5000 })

test('the element shows the session of the button with the same attributes', async () => {
  connect(createSandbox({ chats: 0 }), 'agent@example.com')
  const signIn = add('sign-in-with-livechat')
  const menu = add('livechat-account-menu', { items: [{ label: 'Settings', onSelect() {} }] })
  expect(menu).toBeInstanceOf(LiveChatAccountMenuElement)
  expect(menu.client).toBe(signIn.client)
  expect(frame(menu).hidden).toBe(true)

  await signIn.signIn()
  await until(() => expect(button(menu).getAttribute('aria-label')).toBe('Account: Ada Agent'))
  expect([frame(menu).hidden, frame(menu).dataset.theme]).toEqual([false, 'auto'])
  menu.setAttribute('theme', 'dark')
  expect(frame(menu).dataset.theme).toBe('dark')
  button(menu).click()
  const items = [...(menu.shadowRoot?.querySelectorAll('[role=menuitem]') ?? [])]
  expect(items.map((item) => item.textContent)).toEqual(['Settings', 'Switch account', 'Sign out'])
  expect(menu.shadowRoot?.activeElement).toBe(items[0])

  // The button may go: the session stays as long as the menu shows it.
  signIn.remove()
  expect(frame(menu).hidden).toBe(false)
  inside(menu, '[role=menuitem]:last-child').click()
  await until(() => expect(frame(menu).hidden).toBe(true))
})

test('an element moved elsewhere shows the same, once', async () => {
  connect(createSandbox({ chats: 0 }), 'agent@example.com')
  const signIn = add('sign-in-with-livechat')
  const menu = add('livechat-account-menu')
  await signIn.signIn()
  document.body.appendChild(document.createElement('p')).append(menu)
  expect(menu.shadowRoot?.querySelectorAll('.livechat-account-menu')).toHaveLength(1)
  await until(() => expect(button(menu).getAttribute('aria-label')).toBe('Account: Ada Agent'))
})

test('attributes that make no client leave the element empty', () => {
  const menu = add('livechat-account-menu')
  menu.setAttribute('client-id', '')
  expect(menu.client).toBeUndefined()
  expect(menu.shadowRoot?.childElementCount).toBe(0)
  menu.focus()
})
