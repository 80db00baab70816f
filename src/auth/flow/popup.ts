import { randomId, withResolvers } from '../../older-browsers/index.ts'
import { explainFailure } from '../explain-failure.ts'
import type { PendingSignIn } from '../grant/authorization-request.ts'
import type { RawResponse } from '../grant/authorization-response.ts'
import { splitResponseUrl } from '../grant/authorization-response.ts'
import { SignInError, type SignInErrorCode } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'
import { readPopupMessage } from './popup-message.ts'

const closedPoll = 200
/** A window can look closed a moment before its response is delivered, and when the server cut its link to us. */
const closedGrace = 600
/** LiveChat's page closes itself. If not, this page closes it, but after its next request: that keeps the processor busy. */
const closeDelay = 100
/** How long a window may take to reach its first page before it is sent on, or closed, all the same. */
const firstPageLimit = 3_000

/** A window opened in a click; it is at LiveChat, or is sent there once the request is ready. */
export interface Popup {
  /** Sends the window to LiveChat and waits for its response, a closed window, the time limit or the signal. */
  visit(
    url: string,
    pending: PendingSignIn,
    settings: SignInSettings,
    signal: AbortSignal,
  ): Promise<RawResponse>
  focus(): void
  close(): void
}

/**
 * Opens the sign-in window; call it in the click itself, before anything is awaited.
 *
 * @param url A page of LiveChat's, never blank: WebKit cuts the link to a window that was blank first when this page has
 *   a `Cross-Origin-Opener-Policy`.
 * @throws {SignInError} `popup_blocked` when the browser refused, or has no windows.
 */
export function openPopup(url: string): Popup {
  const width = Math.min(500, screen.availWidth)
  const height = Math.min(650, screen.availHeight)
  const left = Math.round(window.screenX + (window.outerWidth - width) / 2)
  const top = Math.round(window.screenY + (window.outerHeight - height) / 2)
  // A name nobody knows: a known one would hand the request to a window another page already named so.
  const name = `sign-in-${randomId()}`
  const popup = window.open(
    url,
    name,
    `popup,resizable,scrollbars,width=${width},height=${height},left=${left},top=${top}`,
  )
  // An in-app browser without windows would take this page to LiveChat, where no response finds it.
  if (popup === window) window.stop()
  if (!popup || popup.closed || popup === window) throw new SignInError('popup_blocked')
  return {
    visit: (...request) => visit(popup, url, ...request),
    focus: () => popup.focus(),
    close: () => closeOnceArrived(popup),
  }
}

/** One wait: every ending goes through `end`, which stops the listeners, the poll and the timeout together. */
function visit(
  popup: Window,
  openedAt: string,
  url: string,
  pending: PendingSignIn,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<RawResponse> {
  const { promise, resolve, reject } = withResolvers<RawResponse>()
  const waiting = new AbortController()
  const timers: ReturnType<typeof setTimeout>[] = []
  const channel = openChannel(pending.state)
  let wasAtLiveChat = false

  const end = () => {
    waiting.abort()
    timers.forEach(clearTimeout)
    channel?.close()
  }
  const fail = (code: SignInErrorCode) => {
    end()
    closeOnceArrived(popup)
    reject(new SignInError(code))
  }
  const accept = (response: RawResponse) => {
    end()
    setTimeout(closeOnceArrived, closeDelay, popup)
    resolve(response)
  }

  const origins = originsOf(settings.accountsUrl)
  window.addEventListener(
    'message',
    (event) => {
      if (event.source !== popup || !origins.includes(event.origin)) return
      const response = readPopupMessage(event.data, pending.state)
      if (response) accept(response)
    },
    { signal: waiting.signal },
  )
  channel?.addEventListener('message', (event) => {
    const returned = readReturned(event.data, settings.redirectUri)
    if (!returned) return
    channel.postMessage('received')
    accept(returned)
  })
  const checkClosed = () => {
    if (!popup.closed) {
      wasAtLiveChat ||= url === openedAt && isElsewhere(popup)
      timers.push(setTimeout(checkClosed, closedPoll))
      return
    }
    timers.push(
      setTimeout(() => {
        // A link is cut as LiveChat's page arrives. A closed window may give the focus back; one without a link keeps it.
        const isClosed = wasAtLiveChat || Document.prototype.hasFocus.call(document)
        if (isClosed) explainFailure(() => import('../closed-window-cause.ts'), settings)
        fail(isClosed ? 'popup_closed' : 'popup_isolated')
      }, closedGrace),
    )
  }
  timers.push(setTimeout(checkClosed, closedPoll))
  timers.push(setTimeout(fail, settings.popupTimeout, 'timed_out'))
  signal.addEventListener('abort', () => fail('aborted'), {
    signal: waiting.signal,
  })

  const sendOn = () => {
    if (!waiting.signal.aborted) popup.location.replace(url)
  }
  if (signal.aborted) fail('aborted')
  else if (url !== openedAt) onceArrived(popup, sendOn)
  return promise
}

/**
 * Hands a response that arrived on our own redirect URI inside a pop-up to the page that opened it.
 *
 * Only that page knows the state, and so the channel's name. A header of ours or the server's may have cut
 * `window.opener`, which is why no window is asked.
 *
 * @param href  URL of the pop-up's page, response included.
 * @param state The state of the response.
 * @returns Whether a page accepted the response.
 */
export async function returnToOpener(href: string, state: string): Promise<boolean> {
  const channel = openChannel(state)
  if (!channel) return false
  const { promise, resolve } = withResolvers<boolean>()
  channel.onmessage = (event) => resolve(event.data === 'received')
  setTimeout(resolve, 300, false)
  channel.postMessage({ href })
  const taken = await promise
  channel.close()
  return taken
}

function openChannel(state: string): BroadcastChannel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined
  return new BroadcastChannel(`sign-in-with-livechat ${state}`)
}

/**
 * Runs an action once the window shows its first page, or none came in time. Until then Chromium cuts the link to a
 * window that is sent elsewhere, and keeps one open that is closed.
 */
function onceArrived(popup: Window, act: () => void, giveUpAt = Date.now() + firstPageLimit): void {
  if (popup.closed) return
  if (isElsewhere(popup) || Date.now() > giveUpAt) act()
  else setTimeout(onceArrived, 20, popup, act, giveUpAt)
}

function closeOnceArrived(popup: Window): void {
  onceArrived(popup, () => popup.close())
}

/** Whether the window shows a page of another origin, whose address no other page may read. */
function isElsewhere({ location }: Window): boolean {
  try {
    return !location.href
  } catch {
    return true
  }
}

function readReturned(message: unknown, redirectUri: string): RawResponse | undefined {
  if (typeof message !== 'object' || message === null || !('href' in message)) return undefined
  const { href } = message
  return typeof href === 'string' ? splitResponseUrl(href, redirectUri).response : undefined
}

/** Lists the origins of an accounts server: LiveChat's is also at `livechatinc.com`, no other has an alias. */
export function originsOf(accountsUrl: string): string[] {
  return accountsUrl === 'https://accounts.livechat.com'
    ? [accountsUrl, 'https://accounts.livechatinc.com']
    : [accountsUrl]
}
