import {
  type Flow,
  type Session,
  type SessionState,
  type SignInClient,
  SignInError,
  type SignInNow,
} from '../auth/index.ts'
import { asSignInError } from '../auth/internal.ts'
import {
  adviceFor,
  languageOf,
  progress,
  signInLabel,
  watchLanguage,
  wearStyles,
} from '../brand/index.ts'
import { type ButtonView, createButtonView } from './button-view.ts'
import { clientAttributes, readRequest } from './element-options.ts'
import { clientFor, dropClient } from './page-clients.ts'

/** Events of the element, by name. `error` does not bubble, as those of an image. */
export interface SignInElementEvents {
  /** There is a session; it is the `detail`. */
  'signed-in': CustomEvent<Session>
  /** The session is no more: signed out, here or in another tab, or ended. */
  'signed-out': CustomEvent<undefined>
  /** A session that cannot renew itself ends soon. */
  expiring: CustomEvent<undefined>
  /** A sign-in or a renewal came to nothing, wherever it began; why is the `detail`. */
  error: CustomEvent<SignInError>
}

/** Comes first, since `error` is an `ErrorEvent` elsewhere. */
type ListenTo = <Name extends keyof SignInElementEvents>(
  name: Name,
  listener: (this: SignInWithLiveChatElement, event: SignInElementEvents[Name]) => void,
  options?: boolean | AddEventListenerOptions,
) => void

// A server that renders the page imports this, too, and has no elements.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

type SignedOut = Extract<SessionState, { status: 'signed-out' }>

/** Those on the page. */
const shown = new Set<SignInWithLiveChatElement>()

/**
 * `<sign-in-with-livechat client-id="…">`: the button on any page.
 *
 * Elements that say the same options share one session. Its light children are shown until the element is
 * defined: put a link there that works without script. While an agent is signed in, the slot `signed-in` takes
 * the button's place.
 */
export class SignInWithLiveChatElement extends Base {
  static readonly observedAttributes = [...clientAttributes, 'label', 'size', 'theme', 'disabled']
  static readonly formAssociated = true

  declare addEventListener: ListenTo & HTMLElement['addEventListener']
  declare removeEventListener: ListenTo & HTMLElement['removeEventListener']

  readonly #view: ButtonView = createButtonView()
  readonly #signedIn = document.createElement('slot')
  #given: SignInClient | undefined
  #client: SignInClient | undefined
  /** Without a client. */
  #broken: SignedOut = { status: 'signed-out' }
  #seen: SessionState['status'] = 'signed-out'
  #told: unknown
  #leave = () => {}
  #disabledByForm = false

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true })
    wearStyles(root)
    this.#signedIn.name = 'signed-in'
    root.append(this.#view.frame, this.#signedIn)
    this.#view.button.addEventListener('click', () => this.#sign({}))
  }

  connectedCallback(): void {
    shown.add(this)
    this.#adoptEarly('disabled')
    this.#adoptEarly('client')
    this.#connect()
  }

  disconnectedCallback(): void {
    shown.delete(this)
    this.#leave()
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return
    if (clientAttributes.some((one) => one === name)) this.#connect()
    else this.#draw()
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabledByForm = disabled
    this.#draw()
  }

  /** The client this element signs in with; give it one of your own to share a session with your code. */
  get client(): SignInClient | undefined {
    return this.#client
  }

  set client(client: SignInClient | undefined) {
    this.#given = client
    if (this.isConnected) this.#connect()
  }

  /** Where the agent stands. */
  get state(): SessionState {
    return this.#client?.getSnapshot() ?? this.#broken
  }

  /** The session of a signed-in agent. */
  get session(): Session | undefined {
    const { state } = this
    return state.status === 'signed-in' ? state.session : undefined
  }

  get disabled(): boolean {
    return this.hasAttribute('disabled')
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled)
  }

  /**
   * Signs in with the wishes of the attributes; call it in a click.
   *
   * @throws {SignInError} Also dispatched as `error`.
   */
  async signIn(request: SignInNow = {}): Promise<Session> {
    this.#told = undefined
    try {
      if (!this.#client) throw asSignInError(this.#broken.reason, 'configuration')
      return await this.#client.signIn({
        ...readRequest((name) => this.getAttribute(name)),
        ...request,
      })
    } catch (thrown) {
      this.#tellError(thrown)
      throw thrown
    }
  }

  async signOut(): Promise<void> {
    await this.#client?.signOut()
  }

  /** A token for a request that is about to be made. */
  getAccessToken(): Promise<string> {
    return this.#client?.getAccessToken() ?? Promise.reject(new SignInError('signed_out'))
  }

  #sign(request: SignInNow): void {
    // What went wrong is dispatched and drawn.
    this.signIn(request).catch(() => {})
  }

  #connect(): void {
    this.#leave()
    const ends = [watchLanguage(this, () => this.#draw())]
    this.#leave = () => {
      for (const end of ends) end()
    }
    const before = this.#client
    this.#client = undefined
    try {
      this.#client = this.#given ?? clientFor((name) => this.getAttribute(name))
      ends.push(this.#client.subscribe(() => this.#tell()))
      ends.push(this.#client.on('expiring', () => this.#dispatch('expiring')))
    } catch (thrown) {
      this.#broken = { status: 'signed-out', reason: asSignInError(thrown, 'configuration') }
    }
    if (before && ![...shown].some((one) => one.#client === before)) dropClient(before)
    this.#tell()
  }

  /** Draws the state, and says what the page may care about. */
  #tell(): void {
    const { state } = this
    const before = this.#seen
    this.#draw()
    if (state.status === 'signing-in') return
    const { reason } = state
    if (reason && !adviceFor(reason.code).ending) {
      const tell = () => this.state === state && this.#tellError(reason)
      // What is known before the page's scripts have run would meet no listener.
      if (document.readyState === 'complete') setTimeout(tell)
      else addEventListener('load', tell, { once: true })
    }
    if (state.status === before) return
    this.#seen = state.status
    if (state.status === 'signed-in') this.#dispatch('signed-in', state.session)
    else if (before === 'signed-in') this.#dispatch('signed-out')
  }

  /** Each once, whether a click of this element met it or not. */
  #tellError(detail: unknown): void {
    if (detail === this.#told) return
    this.#told = detail
    this.dispatchEvent(new CustomEvent('error', { detail }))
  }

  #dispatch(name: 'signed-in' | 'signed-out' | 'expiring', detail?: Session): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  #draw(): void {
    const { frame, button, label, status, alert, otherWay } = this.#view
    const { state } = this
    const busy = state.status === 'signing-in'
    const reason = busy ? undefined : state.reason
    const { ending, other } = adviceFor(reason?.code ?? '')

    frame.dataset.size = this.getAttribute('size') ?? 'medium'
    frame.dataset.theme = this.getAttribute('theme') ?? 'auto'
    frame.hidden = state.status === 'signed-in' && !reason
    label.data = this.getAttribute('label') || signInLabel(languageOf(this))
    button.disabled = this.disabled || this.#disabledByForm
    button.ariaBusy = String(busy)
    status.textContent = busy ? progress[state.flow] : ''
    alert.textContent = reason?.message ?? ''
    alert.className = ending ? 'sign-in-ending' : 'sign-in-failure'
    alert.hidden = !reason
    this.#drawOther(otherWay, other)
    this.#signedIn.hidden = state.status !== 'signed-in'
    this.dataset.status = state.status
  }

  #drawOther(button: HTMLButtonElement, other: { flow: Flow; words: string } | undefined): void {
    button.hidden = !other
    button.textContent = other?.words ?? ''
    button.onclick = other ? () => this.#sign(this.#wishesFor(other.flow)) : null
  }

  /** A redirect offered in place of a pop-up may have a grant of its own, which leaves no token in the history. */
  #wishesFor(flow: Flow): SignInNow {
    const grant = this.#client?.settings.redirectGrant
    const asked = this.getAttribute('grant') === 'code'
    return flow === 'redirect' && grant && !asked ? { flow, grant } : { flow }
  }

  /** A property set before the element was defined hides its accessor: set it again, through it. */
  #adoptEarly(name: 'client' | 'disabled'): void {
    if (!Object.hasOwn(this, name)) return
    const early = this[name]
    Reflect.deleteProperty(this, name)
    Reflect.set(this, name, early)
  }
}

declare global {
  interface HTMLElementEventMap extends Omit<SignInElementEvents, 'error'> {}

  interface HTMLElementTagNameMap {
    'sign-in-with-livechat': SignInWithLiveChatElement
  }
}
