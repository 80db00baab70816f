import {
  type Flow,
  isExpiring,
  type Session,
  type SessionState,
  type SignInClient,
  SignInError,
  type SignInParams,
} from '../auth/index.ts'
import { asSignInError } from '../auth/internal.ts'
import {
  activateButton,
  adoptStyles,
  isActiveButton,
  languageOf,
  recoveryFor,
  signInLabel,
  watchLanguage,
} from '../brand/index.ts'
import { unclobbered } from '../dom/index.ts'
import {
  alternativeText,
  english,
  failureText,
  type Messages,
  messagesIn,
  onMessagesLoaded,
  progressText,
} from '../messages/index.ts'
import { type ButtonView, createButtonView } from './button-view.ts'
import { clientAttributes, readSignInParams } from './element-options.ts'
import { clientFor, connected, dropClient } from './page-clients.ts'
import { upgradeProperty } from './upgrade-property.ts'

/** The events of the element by name. Like that of an image, `error` does not bubble. */
export interface SignInElementEvents {
  /** The agent is signed in; `detail` is the session. */
  'signed-in': CustomEvent<Session>
  /** The session is over: signed out, here or in another tab, or expired. */
  'signed-out': CustomEvent<undefined>
  /** A session that cannot renew itself is about to expire. */
  expiring: CustomEvent<undefined>
  /** A sign-in or a renewal failed, wherever it began; `detail` is the reason. */
  error: CustomEvent<SignInError>
}

/** Listens to this element's events; must precede `HTMLElement`'s overloads, whose `error` is an `ErrorEvent`. */
type ListenTo = <Name extends keyof SignInElementEvents>(
  name: Name,
  listener: (this: SignInWithLiveChatElement, event: SignInElementEvents[Name]) => void,
  options?: boolean | AddEventListenerOptions,
) => void

// A server that renders the page imports this module, too, but has no elements.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

type SignedOut = Extract<SessionState, { status: 'signed-out' }>

/**
 * The custom element `<sign-in-with-livechat client-id="…">`, a sign-in button for any page.
 *
 * Elements with the same options share one session. The element's children are shown until it is defined, so they are
 * the place for a link that works without script. While an agent is signed in, the slot `signed-in` replaces the
 * button.
 */
export class SignInWithLiveChatElement extends Base {
  static readonly observedAttributes = [
    ...clientAttributes,
    'grant-type',
    'label',
    'size',
    'theme',
    'disabled',
  ]
  static readonly formAssociated = true

  /** Listens to an event of this element, such as `signed-in`, or to any other. */
  declare addEventListener: ListenTo & HTMLElement['addEventListener']
  /** Stops listening. */
  declare removeEventListener: ListenTo & HTMLElement['removeEventListener']

  readonly #view: ButtonView = createButtonView()
  readonly #signedInSlot = unclobbered(document).createElement('slot')
  /** The client the page set. */
  #providedClient: SignInClient | undefined
  /** The client in use: the page's, or one made from the attributes. */
  #client: SignInClient | undefined
  /** The state while the attributes make no client, with the reason. */
  #configurationError: SignedOut = { status: 'signed-out' }
  #lastStatus: SessionState['status'] = 'signed-out'
  #expiring = false
  #lastReportedError: unknown
  /** What the page asked for in the last sign-in: another way to go about it must ask for the same. */
  #lastRequest: SignInParams = {}
  #messages: Partial<Messages> | undefined
  #unsubscribe = () => {}
  #disabledByForm = false

  constructor() {
    super()
    // Were the focus delegated, a press on the text would move it, and no text could be selected.
    const root = this.attachShadow({ mode: 'open' })
    this.#signedInSlot.name = 'signed-in'
    root.append(this.#view.frame, this.#signedInSlot)
    this.#view.button.addEventListener('click', () => this.#startSignIn({}))
  }

  connectedCallback(): void {
    connected.add(this)
    // Again in each document it is moved to, which keeps no styles of the one before.
    if (this.shadowRoot) adoptStyles(this.shadowRoot)
    upgradeProperty(this, 'disabled')
    upgradeProperty(this, 'client')
    upgradeProperty(this, 'messages')
    this.#connect()
    this.#prepare()
  }

  disconnectedCallback(): void {
    connected.delete(this)
    this.#unsubscribe()
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return
    if (clientAttributes.some((one) => one === name)) this.#connect()
    else this.#draw()
    this.#prepare()
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabledByForm = disabled
    this.#draw()
  }

  /** The client this element signs in with; set one of your own to share its session with your code. */
  get client(): SignInClient | undefined {
    return this.#client
  }

  set client(client: SignInClient | undefined) {
    this.#providedClient = client
    if (this.isConnected) this.#connect()
  }

  /** What the button says in other words than ours, which are in the language of the element. */
  get messages(): Partial<Messages> | undefined {
    return this.#messages
  }

  set messages(messages: Partial<Messages> | undefined) {
    this.#messages = messages
    this.#draw()
  }

  /** Whether the agent is signed in, and how far a sign-in has got. */
  get state(): SessionState {
    return this.#client?.getSnapshot() ?? this.#configurationError
  }

  /** The session of a signed-in agent; undefined without one. */
  get session(): Session | undefined {
    const { state } = this
    return state.status === 'signed-in' ? state.session : undefined
  }

  /** Whether the button is disabled by the attribute `disabled`. */
  get disabled(): boolean {
    return this.hasAttribute('disabled')
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled)
  }

  /**
   * Signs in with the parameters of the attributes. Call it in the click itself: the sign-in window opens at once.
   *
   * @param request Overrides the attributes.
   * @throws {SignInError} Also dispatched as `error`.
   */
  async signIn(request: SignInParams = {}): Promise<Session> {
    this.#lastReportedError = undefined
    this.#lastRequest = request
    try {
      if (!this.#client) throw asSignInError(this.#configurationError.reason, 'configuration')
      activateButton(this.#client, this)
      return await this.#client.signIn({
        ...readSignInParams((name) => this.getAttribute(name)),
        ...request,
      })
    } catch (thrown) {
      this.#reportError(thrown)
      throw thrown
    }
  }

  /** Moves the focus to the button. */
  override focus(options?: FocusOptions): void {
    this.#view.button.focus(options)
  }

  /** Signs out here and in the other tabs. */
  async signOut(): Promise<void> {
    await this.#client?.signOut()
  }

  /**
   * Gets an access token for a request that is about to be made.
   *
   * @throws {SignInError} `signed_out`, or why there is no token.
   */
  getAccessToken(): Promise<string> {
    return this.#client?.getAccessToken() ?? Promise.reject(new SignInError('signed_out'))
  }

  #startSignIn(request: SignInParams): void {
    // signIn() has dispatched the error, and the state shows it.
    this.signIn(request).catch(() => {})
  }

  #connect(): void {
    this.#unsubscribe()
    const draw = () => this.#draw()
    const unsubscribers = [watchLanguage(this, draw), onMessagesLoaded(draw)]
    this.#unsubscribe = () => {
      for (const unsubscribe of unsubscribers) unsubscribe()
    }
    const before = this.#client
    this.#client = undefined
    try {
      this.#client = this.#providedClient ?? clientFor((name) => this.getAttribute(name))
      unsubscribers.push(this.#client.subscribe(() => this.#update()))
    } catch (thrown) {
      this.#configurationError = {
        status: 'signed-out',
        reason: asSignInError(thrown, 'configuration'),
      }
    }
    if (before) dropClient(before)
    this.#update()
  }

  #prepare(): void {
    if (this.getAttribute('grant-type') === 'code') void this.#client?.prepareCodeGrant()
  }

  /** Draws the state and dispatches the events that follow from it. */
  #update(): void {
    const { state } = this
    const before = this.#lastStatus
    this.#draw()
    if (state.status === 'signing-in') return
    const { reason } = state
    if (reason && !recoveryFor(reason.code).sessionEnded) {
      const report = () => this.state === state && this.#reportError(reason)
      // An error found before the page's scripts have run would meet no listener.
      if (unclobbered(document).readyState === 'complete') setTimeout(report)
      else addEventListener('load', report, { once: true })
    }
    if (state.status !== before) {
      this.#lastStatus = state.status
      if (state.status === 'signed-in') this.#dispatch('signed-in', state.session)
      else if (before === 'signed-in') this.#dispatch('signed-out')
    }
    const wasExpiring = this.#expiring
    this.#expiring = isExpiring(state)
    if (this.#expiring && !wasExpiring) this.#dispatch('expiring')
  }

  /** Dispatches each error once, whether it met signIn() or the state first. */
  #reportError(detail: unknown): void {
    if (detail === this.#lastReportedError) return
    this.#lastReportedError = detail
    this.dispatchEvent(new CustomEvent('error', { detail }))
  }

  #dispatch(name: 'signed-in' | 'signed-out' | 'expiring', detail?: Session): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  #draw(): void {
    const { frame, button, label, status, alert, alternative } = this.#view
    const { state } = this
    const isActive = isActiveButton(this.#client ?? this, this)
    const isSigningIn = state.status === 'signing-in'
    const busy = isActive && isSigningIn
    const reason = isActive && !isSigningIn ? state.reason : undefined
    const language = languageOf(this)
    const messages = messagesIn(language, this.#messages)
    const recovery = recoveryFor(reason?.code ?? '')

    frame.dataset.size = this.getAttribute('size') ?? 'medium'
    frame.dataset.theme = this.getAttribute('theme') ?? 'auto'
    frame.hidden = state.status === 'signed-in' && !reason
    label.data = this.getAttribute('label') || signInLabel(language)
    button.disabled = this.disabled || this.#disabledByForm
    button.setAttribute('aria-busy', String(busy))
    // What a live region says first is announced, so it waits for its language.
    status.textContent = busy && messages ? progressText(state.flow, messages) : ''
    alert.textContent = reason && messages ? failureText(reason, messages) : ''
    alert.className = recovery.sessionEnded ? 'sign-in-session-ended' : 'sign-in-failure'
    alert.hidden = !alert.textContent
    this.#drawAlternative(alternative, messages && recovery.alternative, messages ?? english)
    for (const element of [status, alert, alternative]) {
      element.lang = messages === english ? 'en' : language
      element.dir = messages === english ? 'auto' : ''
    }
    this.#signedInSlot.hidden = state.status !== 'signed-in'
    this.dataset.status = state.status
  }

  #drawAlternative(
    button: HTMLButtonElement,
    flow: Flow | undefined,
    messages: Partial<Messages>,
  ): void {
    button.hidden = !flow
    button.textContent = flow ? alternativeText(flow, messages) : ''
    button.onclick = flow ? () => this.#startSignIn(this.#paramsFor(flow)) : null
  }

  /** A redirect that replaces a blocked sign-in window may use the code grant, to leave no token in the history. */
  #paramsFor(flow: Flow): SignInParams {
    const grantType = this.#client?.settings.redirectGrantType
    const request = this.#lastRequest
    const isCode = (request.grantType ?? this.getAttribute('grant-type')) === 'code'
    return { ...request, flow, ...(flow === 'redirect' && grantType && !isCode && { grantType }) }
  }
}

declare global {
  interface HTMLElementEventMap extends Omit<SignInElementEvents, 'error'> {}

  interface HTMLElementTagNameMap {
    'sign-in-with-livechat': SignInWithLiveChatElement
  }
}
