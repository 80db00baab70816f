import {
  closePage,
  currentPath,
  isOffline,
  navigateTo,
  onceRestored,
  pageOrigin,
  pageUrl,
  replaceAddress,
} from './flow/page.ts'
import { consumePending, forgetPending, savePending, tabStorage } from './flow/pending-sign-in.ts'
import { openPopup, type Popup, returnToOpener } from './flow/popup.ts'
import { safeReturnTo } from './flow/return-to.ts'
import { fillFromTokenInfo, revokeToken } from './grant/accounts-http.ts'
import {
  createImplicitRequest,
  createState,
  type PendingSignIn,
  type RequestValues,
} from './grant/authorization-request.ts'
import {
  type RawResponse,
  readImplicitGrant,
  splitResponseUrl,
  validateResponse,
} from './grant/authorization-response.ts'
import { loadCodeGrant } from './grant/load-code-grant.ts'
import type { TokenGrant } from './grant/token-grant.ts'
import type { StartRenewal } from './session/token-refresh.ts'
import { asSignInError, SignInError } from './sign-in-error.ts'
import type { SignInRequest, SignInSettings } from './sign-in-options.ts'

/** A sign-in that came home: what LiveChat gave, proved, read and complete. */
export interface Arrival {
  grant: TokenGrant
  /** Milliseconds since 1970. */
  receivedAt: number
  pending: PendingSignIn
  /** How the session renews itself; comes with the code grant. */
  startRenewal: StartRenewal | undefined
}

/**
 * To LiveChat and back in a window of its own. Call it in the click: the window opens before anything is awaited.
 *
 * @throws {SignInError} `popup_blocked`, `network`
 */
export function authorizeByPopup(
  settings: SignInSettings,
  request: SignInRequest,
  returnTo: string | undefined,
  signal: AbortSignal,
): { popup: Popup; arrival: Promise<Arrival> } {
  const fresh = prepare(returnTo)
  const popup = openPopup()
  const travel = async () => {
    try {
      const { url, pending } = await ask(settings, request, fresh)
      return await arrive(
        await popup.visit(url, pending, settings, signal),
        pending,
        settings,
        signal,
      )
    } catch (thrown) {
      popup.close()
      throw thrown
    }
  }
  return { popup, arrival: travel() }
}

/**
 * The page leaves for LiveChat; `comeBack` goes on when it is loaded again.
 *
 * @param onGivenUp The agent came Back without an answer, to this page as it was left.
 * @throws {SignInError} `storage_unavailable`, `redirect_loop`, `network`
 */
export async function startRedirect(
  settings: SignInSettings,
  request: SignInRequest,
  returnTo: string | undefined,
  signal: AbortSignal,
  onGivenUp: () => void,
): Promise<never> {
  const { url, pending } = await ask(settings, request, prepare(returnTo))
  savePending(pending, tabStorage())
  onceRestored(() => {
    forgetPending(settings.clientId, tabStorage())
    onGivenUp()
  }, signal)
  navigateTo(url)
  return new Promise(() => {})
}

/** What loading the page amounted to. */
export type Homecoming =
  | { status: 'none' }
  | { status: 'arrived'; returnTo: string; arrival: Arrival }
  | { status: 'failed'; returnTo: string; reason: SignInError }
  | { status: 'handed-over' }

/**
 * Takes LiveChat's answer out of the URL, which is clean before anything is awaited. Never rejects.
 *
 * @param onAnswer The answer is to a request of this tab, and about to be read.
 */
export async function comeBack(
  settings: SignInSettings,
  signal: AbortSignal,
  onAnswer: () => void,
): Promise<Homecoming> {
  const href = pageUrl()
  const { response, cleanUrl } = splitResponseUrl(href, settings.redirectUri)
  if (!response) return { status: 'none' }
  replaceAddress(cleanUrl)

  const state = response.parameters.get('state')
  let returnTo = '/'
  try {
    const pending = consumePending(settings.clientId, state, tabStorage())
    if (!pending && state && (await returnToOpener(href, state))) {
      closePage()
      return { status: 'handed-over' }
    }
    // An answer asked of another server, before this page was set up anew, proves nothing here.
    if (pending?.accountsUrl !== settings.accountsUrl) throw new SignInError('state_mismatch')
    returnTo = safeReturnTo(pending.returnTo, pageOrigin())
    onAnswer()
    const arrival = await arrive(response, pending, settings, signal)
    replaceAddress(returnTo)
    return { status: 'arrived', returnTo, arrival }
  } catch (thrown) {
    return { status: 'failed', returnTo, reason: asSignInError(thrown, 'unknown_error') }
  }
}

/** Values made for this sign-in alone. */
function prepare(returnTo: string | undefined): RequestValues {
  if (isOffline()) throw new SignInError('network')
  return {
    state: createState(),
    createdAt: Date.now(),
    returnTo: safeReturnTo(returnTo ?? currentPath(), pageOrigin()),
  }
}

async function ask(
  settings: SignInSettings,
  request: SignInRequest,
  fresh: RequestValues,
): Promise<{ url: string; pending: PendingSignIn }> {
  if (request.grantType !== 'code') return createImplicitRequest(settings, request, fresh)
  const { createCodeRequest } = await loadCodeGrant()
  return createCodeRequest(settings, request, fresh)
}

/** The path every answer takes, however it travelled. */
async function arrive(
  response: RawResponse,
  pending: PendingSignIn,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<Arrival> {
  const receivedAt = Date.now()
  const proved = validateResponse(response, pending, receivedAt)
  const code = pending.grantType === 'code' ? await loadCodeGrant() : undefined
  const given = code ? await code.redeemCode(proved, settings, signal) : readImplicitGrant(proved)
  const grant = await fillFromTokenInfo(given, settings, signal)
  if (signal.aborted) throw new SignInError('aborted')
  const { expectedAccountId } = pending
  if (expectedAccountId && grant.accountId !== expectedAccountId) {
    // Nobody is to have it; if LiveChat cannot be told, it ends by itself.
    revokeToken(grant.accessToken, settings).catch(() => {})
    throw new SignInError(grant.accountId ? 'other_account' : 'server_error')
  }
  return { grant, receivedAt, pending, startRenewal: code?.startRenewal }
}
