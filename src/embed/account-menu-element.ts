import {
  type AccountMenuItem,
  type AccountMenuView,
  createAccountMenu,
} from '../account-menu/index.ts'
import type { SignInClient } from '../auth/index.ts'
import type { Messages } from '../messages/index.ts'
import { clientAttributes } from './element-options.ts'
import { clientFor, connected, dropClient } from './page-clients.ts'
import { upgradeProperty } from './upgrade-property.ts'

// A server that renders the page imports this module, too, but has no elements.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

/**
 * The custom element `<livechat-account-menu client-id="…">`: who is signed in, how long the session lasts, switching the
 * account or the organization, and signing out. Shown while there is a session.
 *
 * With the same client attributes as a `<sign-in-with-livechat>` it shares its session.
 */
export class LiveChatAccountMenuElement extends Base {
  static readonly observedAttributes = [...clientAttributes, 'theme']

  #view: AccountMenuView | undefined
  #client: SignInClient | undefined
  #providedClient: SignInClient | undefined
  #items: readonly AccountMenuItem[] = []
  #messages: Partial<Messages> | undefined

  constructor() {
    super()
    this.attachShadow({ mode: 'open' })
  }

  connectedCallback(): void {
    connected.add(this)
    upgradeProperty(this, 'client')
    upgradeProperty(this, 'items')
    upgradeProperty(this, 'messages')
    this.#connect()
  }

  disconnectedCallback(): void {
    connected.delete(this)
    this.#view?.dispose()
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return
    if (name === 'theme') this.#setOptions()
    else this.#connect()
  }

  /** The client whose account this shows; set one of your own to share its session with your code. */
  get client(): SignInClient | undefined {
    return this.#client
  }

  set client(client: SignInClient | undefined) {
    this.#providedClient = client
    if (this.isConnected) this.#connect()
  }

  /** Items of the page's own, above those of the menu. */
  get items(): readonly AccountMenuItem[] {
    return this.#items
  }

  set items(items: readonly AccountMenuItem[]) {
    this.#items = items
    this.#setOptions()
  }

  /** What the menu says in other words than ours, which are in the language of the element. */
  get messages(): Partial<Messages> | undefined {
    return this.#messages
  }

  set messages(messages: Partial<Messages> | undefined) {
    this.#messages = messages
    this.#setOptions()
  }

  /** Moves the focus to the menu's button. */
  override focus(options?: FocusOptions): void {
    this.#view?.focus(options)
  }

  #connect(): void {
    this.#view?.dispose()
    this.#view = undefined
    const before = this.#client
    try {
      this.#client = this.#providedClient ?? clientFor((name) => this.getAttribute(name))
    } catch {
      // The button with the same attributes says what is wrong with them.
      this.#client = undefined
    }
    if (before) dropClient(before)
    if (!this.#client || !this.shadowRoot) return
    this.#view = createAccountMenu(this.shadowRoot, this.#client)
    this.#setOptions()
  }

  #setOptions(): void {
    const theme = this.getAttribute('theme')
    this.#view?.setOptions({
      items: this.#items,
      messages: this.#messages,
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'livechat-account-menu': LiveChatAccountMenuElement
  }
}
