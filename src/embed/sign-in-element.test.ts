// @vitest-environment jsdom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createSignInClient, SignInError } from '../auth/index.ts'
import { SignInWithLiveChatElement } from './define.ts'

const accountsUrl = 'https://accounts.example'
const session = {
  access_token: 'dal:secret',
  client_id: 'app',
  token_type: 'Bearer',
  expires_in: 3600,
  scope: 'a',
  account_id: 'ada',
  organization_id: 'org',
}

interface Popup {
  went: string[]
  closed: boolean
  isElsewhere: boolean
}
/** Waits for what takes a few tasks. */
const until = (check: () => void) => vi.waitFor(check, { interval: 1 })

let popups: Popup[]
let requests: string[]
let information: object

beforeEach(() => {
  popups = []
  requests = []
  information = session
  vi.stubGlobal('open', (url: string) => {
    const popup = {
      went: url ? [url] : [],
      closed: false,
      isElsewhere: false,
      focus() {},
      close() {
        this.closed = true
      },
      location: {
        get href() {
          if (popup.isElsewhere) throw new DOMException('', 'SecurityError')
          return 'about:blank'
        },
        replace: (to: string) => void popup.went.push(to),
      },
    }
    popups.push(popup)
    return popup
  })
  vi.stubGlobal('fetch', async (url: URL, { method }: RequestInit) => {
    requests.push(`${method} ${url.pathname}`)
    return method === 'DELETE' ? new Response(null, { status: 204 }) : Response.json(information)
  })
  // As on a page with Trusted Types.
  for (const prototype of [Element.prototype, ShadowRoot.prototype]) {
    vi.spyOn(prototype, 'innerHTML', 'set').mockImplementation(() => {
      throw new TypeError('This document requires TrustedHTML.')
    })
  }
})

let count = 0
let elements: SignInWithLiveChatElement[] = []

afterEach(() => {
  for (const element of elements) {
    // Another client id lets go of the client before.
    element.setAttribute('client-id', 'none')
    element.remove()
  }
  elements = []
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
})

/** An element with a client id of its own, in the page. */
function add(
  attributes: Record<string, string> = {},
  more: Partial<SignInWithLiveChatElement> = {},
) {
  const element = document.createElement('sign-in-with-livechat')
  count += 1
  const all = { 'client-id': `app-${count}`, 'accounts-url': accountsUrl, ...attributes }
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value)
  session.client_id = all['client-id']
  Object.assign(element, more)
  elements.push(element)
  document.body.append(element)
  return element
}

function inside<Found extends Element = HTMLElement>(element: HTMLElement, selector: string) {
  const found = element.shadowRoot?.querySelector<Found>(selector)
  if (!found) throw new Error(`there is no ${selector}`)
  return found
}
const button = (element: HTMLElement) => inside<HTMLButtonElement>(element, '.sign-in-button')
const frame = (element: HTMLElement) => inside(element, '.sign-in-with-livechat')
const status = (element: HTMLElement) => inside(element, 'output')
const alert = (element: HTMLElement) => inside(element, '[role=alert]')
const alternative = (element: HTMLElement) =>
  inside<HTMLButtonElement>(element, '.sign-in-alternative')
const slot = (element: HTMLElement) => inside(element, 'slot')

const names = ['signed-in', 'signed-out', 'expiring', 'error'] as const

/** The events of an element, and of the document that holds it. */
function listen(element: SignInWithLiveChatElement) {
  const told: [string, unknown][] = []
  const bubbled: string[] = []
  for (const name of names) {
    element.addEventListener(name, ({ type, detail }) => told.push([type, detail]))
    const outer = ({ type }: Event) => bubbled.push(type)
    document.addEventListener(name, outer)
    onTestFinished(() => document.removeEventListener(name, outer))
  }
  return { told, bubbled }
}

/** What LiveChat's page posts to its opener. */
function post(fields: object, popup = popups.at(-1)) {
  const state = new URL(popup?.went.at(-1) ?? '').searchParams.get('state')
  const data = { data: { state, ...fields } }
  window.dispatchEvent(
    Object.assign(new Event('message'), { source: popup, origin: accountsUrl, data }),
  )
}
const token = { access_token: 'dal:secret' }

async function signInto(element: SignInWithLiveChatElement, fields: object = token) {
  button(element).click()
  post(fields)
  await until(() => expect(element.state.status).not.toBe('signing-in'))
}

/** What was told one task later. */
const later = () => new Promise((resolve) => setTimeout(resolve))

test('a click signs in: the button says what goes on, then the slot for signed-in agents is there', async () => {
  const element = add({ size: 'large', theme: 'dark' })
  const { told, bubbled } = listen(element)
  expect(button(element).type).toBe('button')
  expect(button(element).textContent).toBe('Sign in with LiveChat')
  expect(inside<SVGElement>(element, 'svg').getAttribute('aria-hidden')).toBe('true')
  expect(frame(element).dataset).toMatchObject({ size: 'large', theme: 'dark' })
  expect(element.dataset.status).toBe('signed-out')
  expect([frame(element), slot(element), alert(element), alternative(element)]).toMatchObject([
    { hidden: false },
    { hidden: true },
    { hidden: true },
    { hidden: true },
  ])
  expect([status(element), alert(element), alternative(element)]).toMatchObject(
    Array(3).fill({ textContent: '', lang: 'en', dir: 'auto' }),
  )

  button(element).click()
  expect(button(element).getAttribute('aria-busy')).toBe('true')
  expect(status(element).textContent).toContain('Continue in the sign-in window')
  expect(element.session).toBeUndefined()
  post(token)
  await until(() => expect(element.dataset.status).toBe('signed-in'))
  expect(element.session).toMatchObject({ accountId: 'ada' })
  expect(told).toEqual([['signed-in', element.session]])
  expect(status(element).textContent).toBe('')
  expect(button(element).getAttribute('aria-busy')).toBe('false')
  expect([frame(element).hidden, slot(element).hidden]).toEqual([true, false])
  expect(slot(element).getAttribute('name')).toBe('signed-in')
  expect(await element.getAccessToken()).toBe('dal:secret')

  await element.signOut()
  expect(requests).toContain('DELETE /v2/token')
  expect(told.map(([name]) => name)).toEqual(['signed-in', 'signed-out'])
  expect(bubbled).toEqual(['signed-in', 'signed-out'])
  expect([frame(element).hidden, slot(element).hidden]).toEqual([false, true])
})

test('a listener of the page that throws is reported, and changes nothing (F39)', async () => {
  const element = add()
  const reported: unknown[] = []
  const report = (event: ErrorEvent) => {
    event.preventDefault()
    reported.push(event.error)
  }
  window.addEventListener('error', report)
  onTestFinished(() => window.removeEventListener('error', report))
  const fault = new Error('of the page')
  for (const name of ['signed-in', 'signed-out'] as const) {
    element.addEventListener(name, () => {
      throw fault
    })
  }
  const { told } = listen(element)
  await signInto(element)
  await element.signOut()
  expect(told.map(([name]) => name)).toEqual(['signed-in', 'signed-out'])
  expect(requests).toContain('DELETE /v2/token')
  expect(reported).toEqual([fault, fault])
})

test('events leave the shadow root that the element is in', async () => {
  const host = document.body.appendChild(document.createElement('div'))
  onTestFinished(() => host.remove())
  const element = add()
  host.attachShadow({ mode: 'open' }).append(element)
  const { bubbled } = listen(element)
  await signInto(element)
  expect(bubbled).toEqual(['signed-in'])
})

test('a sign-in window that replaces a redirect keeps the grant of the window', async () => {
  const element = add({ flow: 'redirect', 'redirect-grant-type': 'code' })
  vi.stubGlobal('sessionStorage', {
    getItem() {
      throw new DOMException('', 'SecurityError')
    },
  })
  button(element).click()
  await until(() => expect(alternative(element).hidden).toBe(false))
  alternative(element).click()
  expect(popups.at(-1)?.went[0]).toContain('response_type=token')
})

test('what the styles are for has the names they use', () => {
  const element = add()
  expect([status(element), alert(element)].map(({ className }) => className)).toEqual([
    'sign-in-status',
    'sign-in-failure',
  ])
  const mark = [...(element.shadowRoot?.querySelectorAll('svg, path') ?? [])]
  expect(mark.map((part) => part.getAttribute('class'))).toEqual([
    'sign-in-mark',
    'sign-in-mark-bubble',
    'sign-in-mark-arrow',
  ])
  for (const { namespaceURI } of mark) expect(namespaceURI).toBe('http://www.w3.org/2000/svg')
})

test('without attributes the button is of the usual size and theme, and speaks the language around it', async () => {
  const element = add()
  expect(frame(element).dataset).toMatchObject({ size: 'medium', theme: 'auto' })
  document.body.lang = 'de'
  onTestFinished(() => document.body.removeAttribute('lang'))
  await until(() => expect(button(element).textContent).toBe('Mit LiveChat anmelden'))
  element.setAttribute('label', 'Log in')
  expect(button(element).textContent).toBe('Log in')
  element.remove()
  document.body.lang = 'fr'
  element.removeAttribute('label')
  expect(button(element).textContent).toBe('Log in')
})

test('what goes wrong is told once, to listeners of the element only, and written as text', async () => {
  const element = add()
  const { told, bubbled } = listen(element)
  await signInto(element, { oauth_exception: '<img src=x onerror=alert(1)>' })
  await later()
  expect(alert(element)).toMatchObject({
    hidden: false,
    className: 'sign-in-failure',
    textContent: expect.stringContaining('img srcx'),
  })
  expect(alert(element).children).toHaveLength(0)
  expect(told).toEqual([['error', expect.objectContaining({ code: 'unknown_error' })]])
  expect(bubbled).toEqual([])
  expect(frame(element).hidden).toBe(false)

  await signInto(element, { oauth_exception: 'access_denied' })
  await later()
  expect(told.map(([, detail]) => (detail as SignInError).code)).toEqual([
    'unknown_error',
    'access_denied',
  ])
  button(element).click()
  expect(alert(element)).toMatchObject({ hidden: true, textContent: '' })
})

test('of two elements with one client, the one that was clicked shows the failure', async () => {
  const first = add()
  const second = add({ 'client-id': first.getAttribute('client-id') ?? '' })
  expect(second.client).toBe(first.client)
  await signInto(second, { oauth_exception: 'access_denied' })
  expect([alert(first).hidden, alert(second).hidden]).toEqual([true, false])
  button(first).click()
  expect([first, second].map((one) => button(one).getAttribute('aria-busy'))).toEqual([
    'true',
    'false',
  ])
  post({ oauth_exception: 'access_denied' })
  await until(() => expect(alert(first).hidden).toBe(false))
  expect(alert(second).hidden).toBe(true)
})

test('a session that ends is no failure, and no error', async () => {
  const element = add()
  const { told } = listen(element)
  await signInto(element)
  element.client?.endSession(new SignInError('session_refused'))
  await later()
  expect(alert(element)).toMatchObject({ hidden: false, className: 'sign-in-session-ended' })
  expect(told.map(([name]) => name)).toEqual(['signed-in', 'signed-out'])
  expect(element.session).toBeUndefined()
})

test('an error that signIn() throws is told, too, once', async () => {
  const element = add()
  const { told } = listen(element)
  vi.stubGlobal('open', () => null)
  await expect(element.signIn()).rejects.toMatchObject({ code: 'popup_blocked' })
  await later()
  expect(told).toEqual([['error', expect.objectContaining({ code: 'popup_blocked' })]])
})

test('an error found before the page has loaded waits for its listeners', async () => {
  const state = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('loading')
  const element = add({ 'accounts-url': 'ftp://x' })
  const { told } = listen(element)
  await later()
  expect(told).toEqual([])
  state.mockReturnValue('complete')
  window.dispatchEvent(new Event('load'))
  window.dispatchEvent(new Event('load'))
  expect(told).toEqual([['error', expect.objectContaining({ code: 'configuration' })]])
})

test('an error found on a page that has loaded is told at once', async () => {
  const element = add({ 'accounts-url': 'ftp://x' })
  const { told } = listen(element)
  await later()
  expect(told).toEqual([['error', expect.objectContaining({ code: 'configuration' })]])
})

test('an error that is no longer true when the listeners are there is not told', async () => {
  const element = add({ 'accounts-url': 'ftp://x' })
  const { told } = listen(element)
  element.setAttribute('accounts-url', accountsUrl)
  await later()
  expect(told).toEqual([])
})

test('an element that cannot work says so and signs nobody in', async () => {
  const element = add({ 'client-id': '' })
  const { told } = listen(element)
  expect(element.client).toBeUndefined()
  expect(element.state).toMatchObject({ status: 'signed-out', reason: { code: 'configuration' } })
  expect(alert(element).textContent).toContain('not set up correctly')
  expect(alert(element).textContent).toContain('clientId is missing')
  await later()
  expect(told).toEqual([['error', expect.objectContaining({ code: 'configuration' })]])
  await expect(element.signIn()).rejects.toMatchObject({ code: 'configuration' })
  await expect(element.getAccessToken()).rejects.toMatchObject({ code: 'signed_out' })
  await element.signOut()
  expect(popups).toEqual([])
})

test('an element that is not in the page yet has no client, and needs one to sign in', async () => {
  const element = document.createElement('sign-in-with-livechat')
  element.setAttribute('client-id', 'app')
  expect(element.state).toEqual({ status: 'signed-out' })
  await expect(element.signIn()).rejects.toMatchObject({ code: 'configuration' })
})

test.each([
  ['blocked', {}, 'token'],
  ['blocked, with a grant type for it', { 'redirect-grant-type': 'code' }, 'code'],
  ['blocked, with the code grant', { 'grant-type': 'code' }, 'code'],
  [
    'blocked, with the code grant and another for the redirect',
    { 'grant-type': 'code', 'redirect-grant-type': 'implicit' },
    'code',
  ],
] as const)(
  'when the window is %s, a second button goes on in this tab',
  async (_what, attributes, type) => {
    vi.stubGlobal('open', () => null)
    const left: string[] = []
    vi.stubGlobal('location', {
      ...location,
      href: location.href,
      origin: location.origin,
      pathname: '/',
      assign: (url: string) => left.push(url),
    })
    const element = add(attributes)
    button(element).click()
    await until(() => expect(alternative(element).hidden).toBe(false))
    expect(alternative(element)).toMatchObject({
      type: 'button',
      textContent: 'Use this tab instead',
    })
    alternative(element).click()
    expect(status(element).textContent).toBe('Taking you to LiveChat…')
    expect(alternative(element)).toMatchObject({ hidden: true, textContent: '', onclick: null })
    await until(() => expect(left).toHaveLength(1))
    const { searchParams } = new URL(left[0] ?? '')
    expect(searchParams.get('response_type')).toBe(type)
    expect(searchParams.get('flow')).toBe('')
  },
)

test('the code grant is prepared before the click, when the attributes say so', async () => {
  const made = vi.spyOn(crypto.subtle, 'digest')
  add()
  await later()
  expect(made).not.toHaveBeenCalled()
  const element = add({ 'grant-type': 'code' })
  await until(() => expect(made).toHaveBeenCalledOnce())
  await element.client?.prepareCodeGrant()
  button(element).click()
  expect(popups.at(-1)?.went[0]).toContain('code_challenge')

  const other = add()
  other.setAttribute('grant-type', 'code')
  await until(() => expect(made.mock.calls.length).toBeGreaterThan(2))
})

test('attributes are the parameters of a sign-in; those of the call come first', async () => {
  const element = add({ scopes: 'a b', 'email-hint': 'ada@example.com' })
  element.signIn({ scopes: ['c'] }).catch(() => {})
  const { searchParams } = new URL(popups[0]?.went[0] ?? '')
  expect([searchParams.get('scope'), searchParams.get('email')]).toEqual(['c', 'ada@example.com'])
})

test('elements with the same options share one session', async () => {
  const element = add()
  const other = add({ 'client-id': element.getAttribute('client-id') ?? '' })
  expect(other.client).toBe(element.client)
  expect(add().client).not.toBe(element.client)
  session.client_id = element.getAttribute('client-id') ?? ''
  await signInto(element)
  expect(other.session).toBe(element.session)
})

test('an element with other options lets go of its client, unless another element uses it', () => {
  const element = add()
  const other = add({ 'client-id': element.getAttribute('client-id') ?? '' })
  const { client } = element
  button(element).click()
  Object.assign(popups[0] ?? {}, { isElsewhere: true })
  element.setAttribute('path', 'signup')
  expect(element.client).not.toBe(client)
  expect(popups[0]?.closed).toBe(false)
  other.setAttribute('path', 'signup')
  expect(other.client).toBe(element.client)
  expect(popups[0]?.closed).toBe(true)
  // A client made anew for the same options.
  other.removeAttribute('path')
  expect(other.client).not.toBe(client)
})

test('an attribute that is set to what it was, or of no client, makes no other client', () => {
  const element = add({ path: 'signup' })
  const { client } = element
  element.setAttribute('path', 'signup')
  element.setAttribute('size', 'small')
  expect(element.client).toBe(client)
  expect(frame(element).dataset.size).toBe('small')
  element.remove()
  element.setAttribute('path', 'other')
  expect(element.client).toBe(client)
})

test('a client of the page is used, watched and left to the page', async () => {
  const client = createSignInClient({ clientId: 'mine', accountsUrl })
  onTestFinished(() => client.dispose())
  session.client_id = 'mine'
  const element = add()
  const before = element.client
  session.client_id = 'mine'
  element.client = client
  expect(element.client).toBe(client)
  expect(before).not.toBe(client)
  await signInto(element)
  expect(client.getSnapshot().status).toBe('signed-in')
  const { told } = listen(element)
  element.client = undefined
  expect(told).toEqual([['signed-out', null]])
  expect(await client.getAccessToken()).toBe('dal:secret')
  await client.signOut()
  expect(element.state).toEqual({ status: 'signed-out' })
})

test('what a page set before the element was defined counts', () => {
  const client = createSignInClient({ clientId: 'mine', accountsUrl })
  onTestFinished(() => client.dispose())
  const element = document.createElement('sign-in-with-livechat')
  elements.push(element)
  for (const [name, value] of Object.entries({ client, disabled: true })) {
    Object.defineProperty(element, name, { value, configurable: true, writable: true })
  }
  document.body.append(element)
  expect(element.client).toBe(client)
  expect(element.hasAttribute('disabled')).toBe(true)
  expect(Object.keys(element)).toEqual([])
})

test('a disabled button cannot be pressed, be it by the element or its form', () => {
  const element = add({ disabled: '' })
  expect([element.disabled, button(element).disabled]).toEqual([true, true])
  element.disabled = false
  expect([element.disabled, button(element).disabled]).toEqual([false, false])
  element.formDisabledCallback(true)
  expect([element.disabled, button(element).disabled]).toEqual([false, true])
  element.formDisabledCallback(false)
  expect(button(element).disabled).toBe(false)
  expect(SignInWithLiveChatElement.formAssociated).toBe(true)
})

test('focus() moves the focus to the button', () => {
  const element = add()
  element.focus()
  expect(element.shadowRoot?.activeElement).toBe(button(element))
  expect(element.shadowRoot?.delegatesFocus).not.toBe(true)
})

test('a session that is about to end is told once', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const element = add()
  const { told } = listen(element)
  await signInto(element)
  vi.setSystemTime(Date.now() + 3590_000)
  window.dispatchEvent(new Event('focus'))
  window.dispatchEvent(new Event('focus'))
  button(element).click()
  expect(told.map(([name]) => name)).toEqual(['signed-in', 'expiring'])
})

test('a removed element draws and tells nothing', async () => {
  const element = add()
  const { told } = listen(element)
  const { client } = element
  element.remove()
  element.client = undefined
  const signedIn = client?.signIn()
  post(token)
  await signedIn
  expect(told).toEqual([])
  expect(element.dataset.status).toBe('signed-out')
})

test('the response in the address goes to the element that waits for it, once all are there', async () => {
  const [first, second] = [add({ 'client-id': 'one' }), add({ 'client-id': 'two' })]
  await later()
  const state = 'siwl_0123456789012345678901234567'
  const pending = {
    state,
    clientId: 'two',
    accountsUrl,
    grantType: 'implicit',
    flow: 'redirect',
    redirectUri: location.origin,
    returnTo: '/inbox',
    createdAt: Date.now(),
  }
  sessionStorage.setItem('sign-in-with-livechat:pending:two', JSON.stringify(pending))
  session.client_id = 'two'
  history.replaceState(null, '', `/#access_token=dal:secret&token_type=Bearer&state=${state}`)
  for (const element of [first, second]) element.setAttribute('path', 'signup')
  expect(location.hash).not.toBe('')
  await Promise.resolve()
  expect(location.hash).toBe('')
  await until(() => expect(second.state.status).toBe('signed-in'))
  expect(first.state).toEqual({ status: 'signed-out' })
  expect(location.pathname).toBe('/inbox')
})

test('without a response the first element asks for the session of another tab, once for all', async () => {
  const asked = vi.spyOn(history, 'replaceState')
  history.replaceState(
    null,
    '',
    '/#oauth_exception=access_denied&state=siwl_0123456789012345678901234567',
  )
  asked.mockClear()
  add()
  add()
  await until(() => expect(asked).toHaveBeenCalledOnce())
  await later()
  expect(asked).toHaveBeenCalledOnce()
})
