import {
  isExpiring,
  type Session,
  type SignInClient,
  SignInError,
  type SignInParams,
} from '../auth/index.ts'
import { liveSessionOf } from '../auth/internal.ts'
import {
  activateButton,
  languageOf,
  localeOf,
  recoveryFor,
  stylesOf,
  watchLanguage,
} from '../brand/index.ts'
import { createElement, unclobbered } from '../dom/index.ts'
import {
  alternativeText,
  english,
  failureText,
  fill,
  type Messages,
  messagesIn,
  onMessagesLoaded,
  progressText,
} from '../messages/index.ts'
import { notify } from '../store/index.ts'
import { describeTimeLeft, initials, untilNextTick } from '../text/index.ts'
import css from './account-menu.css?inline'
import { accountStoreOf } from './account-store.ts'
import { itemForKey } from './menu-keys.ts'
import { menuText } from './menu-text.ts'
import { placePanel } from './place-panel.ts'
import { organizationChoices, recentOrganizations } from './recent-organizations.ts'
import {
  signInAgainRequest,
  switchAccountRequest,
  switchOrganizationRequest,
} from './switch-request.ts'

/** An item that the page adds to the menu. */
export interface AccountMenuItem {
  label: string
  /** Called in the click itself. */
  onSelect: () => void
}

/** How the menu looks, and what the page adds to it. */
export interface AccountMenuOptions {
  /** Items above those of the menu itself. */
  items?: readonly AccountMenuItem[]
  /** Default `auto`, which follows the system setting. */
  theme?: 'auto' | 'light' | 'dark'
  /** What the menu says in other words than ours; default: in the language of the page. */
  messages?: Partial<Messages> | undefined
}

/** The menu in the page. */
export interface AccountMenuView {
  /** Hidden while nobody is signed in. */
  readonly frame: HTMLElement
  /** Replaces the options. */
  setOptions(options: AccountMenuOptions): void
  /** Moves the focus to the button. */
  focus(options?: FocusOptions): void
  dispose(): void
}

const adoptMenuStyles = stylesOf(css)
let count = 0

/**
 * Creates the menu of whoever is signed in and puts it into a node of the page: a menu button as in the ARIA Authoring
 * Practices.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
 */
export function createAccountMenu(parent: Node, client: SignInClient): AccountMenuView {
  const store = accountStoreOf(client)
  const stop = new AbortController()
  const { signal } = stop
  const view = createView()
  const { frame, button, avatar, badge, panel, who, menu, note, alert, progress, alternative } =
    view
  let options: AccountMenuOptions = {}
  let language = 'en'
  let messages = english
  let text = menuText
  let items: HTMLButtonElement[] = []
  let drawnLabels: string | undefined
  let isOpen = false
  let isWaiting = false
  let failure: SignInError | undefined
  let lastRequest: SignInParams = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let brokenPicture: string | undefined

  parent.appendChild(frame)
  adoptMenuStyles(frame)

  button.addEventListener('click', () => {
    // While a sign-in window is open, this brings it to the front.
    if (isWaiting) signIn(lastRequest)
    else if (isOpen) close()
    else open(0)
  })
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    if (!isWaiting) open(event.key === 'ArrowUp' ? -1 : 0)
  })
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') {
      // The focus goes on from the button, not from an item that is gone.
      button.focus()
      return close()
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const labels = items.map((item) => item.textContent ?? '')
    const next = itemForKey(event.key, items.indexOf(event.target as HTMLButtonElement), labels)
    if (next === undefined) return
    event.preventDefault()
    items[next]?.focus()
  })
  frame.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !(isOpen || failure)) return
    event.stopPropagation()
    button.focus()
    close()
  })
  frame.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !frame.contains(relatedTarget as Node)) close()
  })
  unclobbered(document).addEventListener(
    'pointerdown',
    (event) => {
      if (!event.composedPath().includes(frame)) close()
    },
    { signal },
  )

  function open(index: number): void {
    failure = undefined
    isOpen = true
    draw()
    place(panel)
    items.at(index)?.focus()
  }

  function close(): void {
    if (!isOpen && !failure) return
    isOpen = false
    failure = undefined
    draw()
  }

  function place(box: HTMLElement): void {
    const isRightToLeft = getComputedStyle(frame).direction === 'rtl'
    const { clientWidth: width, clientHeight: height } = unclobbered(document).documentElement
    const size = { width: box.offsetWidth, height: box.offsetHeight }
    const anchor = button.getBoundingClientRect()
    const { left, top } = placePanel(anchor, size, { width, height }, isRightToLeft)
    Object.assign(box.style, { left: `${left}px`, top: `${top}px` })
  }

  // The sign-in window must open in the click itself, so nothing is awaited before signIn.
  function signIn(params: SignInParams): void {
    activateButton(client, frame)
    lastRequest = params
    isWaiting = true
    failure = undefined
    client.signIn(params).then(() => settled(), settled)
    draw()
  }

  function settled(thrown?: unknown): void {
    isWaiting = false
    if (thrown instanceof SignInError) failure = thrown
    if (!signal.aborted) draw()
  }

  /** Every item in order; `undefined` is a line between groups. */
  function entriesOf(session: Session): (AccountMenuItem | undefined)[] {
    const account = store.getSnapshot()
    const { accountId, organizationId } = session
    const known = account.status === 'loaded' ? account.account : undefined
    const others = organizationChoices(
      organizationId,
      known?.defaultOrganizationId,
      accountId ? recentOrganizations(accountId) : [],
    )
    const groups: AccountMenuItem[][] = [
      [
        ...(account.status === 'failed' ? [{ label: text.tryAgain, onSelect: store.reload }] : []),
        ...(isExpiring(client.getSnapshot())
          ? [
              {
                label: text.staySignedIn,
                onSelect: () =>
                  signIn(signInAgainRequest(session, known?.email, client.settings.request.scopes)),
              },
            ]
          : []),
      ],
      [...(options.items ?? [])],
      [
        ...others.map((other) => ({
          label: other.name ? fill(text.switchTo, other.name) : text.switchToOwn,
          onSelect: () =>
            signIn(switchOrganizationRequest(session, known?.email, other.organizationId)),
        })),
        // Where only one account is admitted there is no other.
        ...(client.settings.request.expectedAccountId
          ? []
          : [
              {
                label: text.switchAccount,
                onSelect: () => signIn(switchAccountRequest(session)),
              },
            ]),
        { label: text.signOut, onSelect: () => void client.signOut().catch(settled) },
      ],
    ]
    return groups
      .filter((group) => group.length > 0)
      .flatMap((group, index) => (index === 0 ? group : [undefined, ...group]))
  }

  function draw(): void {
    clearTimeout(timer)
    drawLanguage()
    const state = client.getSnapshot()
    const session = liveSessionOf(state)
    frame.hidden = !session
    frame.dataset.theme = options.theme ?? 'auto'
    if (!session) {
      isOpen = false
      failure = undefined
    }
    button.setAttribute('aria-expanded', String(isOpen))
    button.setAttribute('aria-busy', String(isWaiting))
    panel.hidden = !isOpen
    drawNote()
    if (!session) return
    drawWho(session)
    drawItems(entriesOf(session))
    const left = client.timeLeft()
    // A session of the code grant renews itself.
    const isTimeShown = session.grantType !== 'code' && left > 0
    who.time.textContent = isTimeShown && isOpen ? timeText(left) : ''
    badge.hidden = !isExpiring(state)
    badge.textContent = isExpiring(state) ? timeText(left) : ''
    if (isTimeShown && (isOpen || isExpiring(state))) {
      timer = setTimeout(draw, untilNextTick(left, 'minutes'))
    }
  }

  function drawLanguage(): void {
    const wanted = languageOf(parent)
    messages = messagesIn(wanted, options.messages) ?? english
    text = { ...menuText, ...messages }
    language = messages === english ? 'en' : wanted
    // Setting it calls back who watches it.
    if (frame.lang !== language) frame.lang = language
  }

  function timeText(left: number): string {
    return fill(text.expiresIn, describeTimeLeft(left, localeOf(language)))
  }

  function drawWho(session: Session): void {
    const state = store.getSnapshot()
    const { account, organization } = state.status === 'loaded' ? state : {}
    const name = account?.name
    button.setAttribute('aria-label', name ? fill(text.accountOf, name) : text.account)
    who.name.textContent = name ?? (state.status === 'loading' ? text.loading : '')
    who.email.textContent = account && account.email !== name ? account.email : ''
    who.organization.textContent = organization?.name ?? session.organizationId ?? ''
    who.failure.textContent = state.status === 'failed' ? text.loadFailed : ''
    const picture = account?.avatarUrl === brokenPicture ? undefined : account?.avatarUrl
    avatar.picture.hidden = !picture
    if (picture && avatar.picture.src !== picture) avatar.picture.src = picture
    // Drawn by the styles: no text of the page, so no visible label that the name of the button would have to contain.
    avatar.frame.dataset.letters = name && !picture ? initials(name) : ''
  }

  avatar.picture.addEventListener('error', () => {
    brokenPicture = avatar.picture.src
    draw()
  })

  function drawItems(entries: (AccountMenuItem | undefined)[]): void {
    const labels = JSON.stringify(entries.map((entry) => entry?.label ?? null))
    if (labels !== drawnLabels) {
      drawnLabels = labels
      const hadFocus = menu.contains(focused())
      const nodes = entries.map((entry) => (entry ? createItem(entry.label) : createLine()))
      menu.replaceChildren(...nodes)
      items = nodes.filter((node) => node instanceof HTMLButtonElement)
      if (hadFocus) items[0]?.focus()
    }
    const actions = entries.filter((entry) => entry !== undefined)
    for (const [index, item] of items.entries()) {
      item.onclick = () => {
        button.focus()
        close()
        notify([() => actions[index]?.onSelect()])
      }
    }
  }

  function focused(): Element | null {
    return (frame.getRootNode() as Document | ShadowRoot).activeElement
  }

  function drawNote(): void {
    const other = failure && recoveryFor(failure.code).alternative
    progress.textContent = isWaiting ? progressText('popup', messages) : ''
    alert.textContent = failure ? failureText(failure, messages) : ''
    alternative.hidden = !other
    alternative.textContent = other ? alternativeText(other, messages) : ''
    alternative.onclick = () => {
      const grantType = client.settings.redirectGrantType ?? lastRequest.grantType
      signIn({ ...lastRequest, flow: 'redirect', ...(grantType && { grantType }) })
    }
    note.dataset.empty = String(!isWaiting && !failure)
    if (isWaiting || failure) place(note)
  }

  const unsubscribers = [
    client.subscribe(draw),
    store.subscribe(draw),
    watchLanguage(parent, draw),
    onMessagesLoaded(draw),
  ]
  draw()

  return {
    frame,
    setOptions(next) {
      options = next
      draw()
    },
    focus: (focusOptions) => button.focus(focusOptions),
    dispose() {
      stop.abort()
      clearTimeout(timer)
      for (const unsubscribe of unsubscribers) unsubscribe()
      frame.remove()
    },
  }
}

function createView() {
  count += 1
  const id = `livechat-account-menu-${count}`
  const frame = createElement('div', 'livechat-account-menu')

  const button = createElement('button', 'account-menu-button')
  button.type = 'button'
  button.id = `${id}-button`
  button.setAttribute('part', 'button')
  button.setAttribute('aria-haspopup', 'menu')
  button.setAttribute('aria-controls', id)
  const avatar = {
    frame: createElement('span', 'account-menu-avatar'),
    picture: createElement('img', 'account-menu-picture'),
  }
  avatar.frame.setAttribute('part', 'avatar')
  avatar.frame.setAttribute('aria-hidden', 'true')
  avatar.picture.alt = ''
  // The picture's host need not know which page shows it.
  avatar.picture.referrerPolicy = 'no-referrer'
  avatar.frame.append(avatar.picture)
  const badge = createElement('span', 'account-menu-badge')
  badge.setAttribute('part', 'badge')
  badge.setAttribute('role', 'timer')
  button.append(avatar.frame)

  const panel = createElement('div', 'account-menu-panel')
  panel.setAttribute('part', 'panel')
  const who = {
    frame: createElement('div', 'account-menu-who'),
    name: createElement('bdi', 'account-menu-name'),
    email: createElement('bdi', 'account-menu-email'),
    organization: createElement('bdi', 'account-menu-organization'),
    time: createElement('span', 'account-menu-time'),
    failure: createElement('span', 'account-menu-load-failure'),
  }
  who.frame.id = `${id}-who`
  who.frame.append(who.name, who.email, who.organization, who.time, who.failure)
  const menu = createElement('div', 'account-menu-items')
  menu.id = id
  menu.setAttribute('role', 'menu')
  menu.setAttribute('aria-labelledby', button.id)
  menu.setAttribute('aria-describedby', who.frame.id)
  panel.append(who.frame, menu)

  const note = createElement('div', 'account-menu-note')
  note.setAttribute('part', 'note')
  const progress = createElement('output', 'account-menu-progress')
  const alert = createElement('div', 'account-menu-failure')
  alert.role = 'alert'
  const alternative = createElement('button', 'account-menu-alternative')
  alternative.type = 'button'
  note.append(progress, alert, alternative)

  frame.append(button, badge, panel, note)
  return { frame, button, avatar, badge, panel, who, menu, note, progress, alert, alternative }
}

function createItem(label: string): HTMLButtonElement {
  const item = createElement('button', 'account-menu-item')
  item.type = 'button'
  item.role = 'menuitem'
  item.tabIndex = -1
  item.setAttribute('part', 'item')
  const text = createElement('bdi', '')
  text.textContent = label
  item.append(text)
  return item
}

function createLine(): HTMLElement {
  const line = createElement('div', 'account-menu-line')
  line.role = 'separator'
  return line
}
