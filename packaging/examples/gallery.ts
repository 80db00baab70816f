import { type SessionState, type SignInClient, SignInError } from '../../src/auth/index.ts'
import '../../src/embed/define-account-menu.ts'
import { signInLabels } from '../../src/brand/index.ts'

/** `/examples/gallery.html`: the button in every state, size, theme and language, and the account menu. */
const states: Record<string, SessionState> = {
  Ready: { status: 'signed-out' },
  'In the sign-in window': { status: 'signing-in', flow: 'popup', expiring: false },
  'Leaving for LiveChat': { status: 'signing-in', flow: 'redirect', expiring: false },
  Failed: { status: 'signed-out', reason: new SignInError('access_denied') },
  Blocked: { status: 'signed-out', reason: new SignInError('popup_blocked') },
  'Session ended': {
    status: 'signed-out',
    reason: new SignInError('session_expired'),
  },
  Disabled: { status: 'signed-out' },
}
const sizes = ['small', 'medium', 'large']
const themes = ['light', 'dark']
const rightToLeft = ['ar', 'he']

/** A client whose state never changes, to look at. */
function still(state: SessionState): SignInClient {
  return {
    getSnapshot: () => state,
    subscribe: () => () => {},
    settings: {},
    signIn: () => new Promise(() => {}),
  } as unknown as SignInClient
}

function button(state: string, size: string, theme: string, language: string): HTMLElement {
  const element = document.createElement('sign-in-with-livechat')
  Object.assign(element, { client: still(states[state] ?? { status: 'signed-out' }) })
  element.setAttribute('size', size)
  element.setAttribute('theme', theme)
  element.toggleAttribute('disabled', state === 'Disabled')
  speak(element, language)
  return element
}

function speak(element: HTMLElement, language: string): void {
  element.lang = language
  element.dir = rightToLeft.includes(language) ? 'rtl' : 'ltr'
}

function box(theme: string, ...content: (string | Node)[]): HTMLElement {
  const element = document.createElement('div')
  element.className = 'box'
  element.dataset.theme = theme
  element.append(...content)
  return element
}

function heading(text: string): HTMLElement {
  const element = document.createElement('h3')
  element.textContent = text
  return element
}

function drawStates(language: string): void {
  for (const element of document.querySelectorAll<HTMLElement>('#in-use > [client-id]')) {
    speak(element, language)
  }
  document
    .querySelector('#states')
    ?.replaceChildren(
      ...Object.keys(states).flatMap((state) => [
        heading(state),
        ...themes.map((theme) =>
          box(theme, ...sizes.map((size) => button(state, size, theme, language))),
        ),
      ]),
    )
}

const languages = document.querySelector<HTMLSelectElement>('#language')
const wanted = new URLSearchParams(location.search).get('lang') ?? 'en'
for (const language of Object.keys(signInLabels)) {
  languages?.add(new Option(language, language, false, language === wanted))
}
languages?.addEventListener('change', () => drawStates(languages.value))
drawStates(wanted)

document
  .querySelector('#languages')
  ?.append(
    ...themes.map((theme) =>
      box(
        theme,
        ...Object.keys(signInLabels).map((language) => button('Ready', 'medium', theme, language)),
      ),
    ),
  )
