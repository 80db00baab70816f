import { randomId } from '../older-browsers/index.ts'
import { forgetPending, savePending, tabStorage } from './flow/pending-sign-in.ts'
import { openPopup, type Popup } from './flow/popup.ts'
import { safeReturnTo } from './flow/return-to.ts'
import { checkReachable } from './grant/accounts-http.ts'
import {
  type AuthorizationRequest,
  type CodeChallenge,
  createCodeRequest,
  createImplicitRequest,
  createState,
  type PendingSignIn,
  type RequestValues,
} from './grant/authorization-request.ts'
import {
  type RawResponse,
  readImplicitGrant,
  type ValidatedResponse,
  validateResponse,
} from './grant/authorization-response.ts'
import { loadCodeGrant } from './grant/load-code-grant.ts'
import type { TokenGrant } from './grant/token-grant.ts'
import { fillFromTokenInfo } from './grant/token-info.ts'
import { currentPath, isSaidToBeOffline, navigateTo, onceRestored, pageOrigin } from './page.ts'
import { lastSignOut } from './session/cross-tab-sign-out.ts'
import type { SignInRecord } from './session/session.ts'
import { SignInError } from './sign-in-error.ts'
import type { SignInRequest, SignInSettings } from './sign-in-options.ts'
import { unlessAborted } from './unless-aborted.ts'

/** A sign-in under way, as its client sees it. */
export interface SignInAttempt {
  /** Aborts when it is ended. */
  signal: AbortSignal
  /** Revokes a token that nobody is to have: of another account, or arrived after the sign-in was ended. */
  drop(accessToken: string): void
  /** Called with a token that LiveChat was not asked about yet. */
  onUnchecked?(accessToken: string, returnTo: string): void
}

/**
 * Signs in by pop-up. Call it in the click: the window opens before anything is awaited.
 *
 * @param challenge Made before the click, in the code grant: with it the window opens at LiveChat's sign-in page. Without
 *   it, another of LiveChat's pages comes first.
 * @throws {SignInError} `popup_blocked`, `network`
 */
export function authorizeByPopup(
  settings: SignInSettings,
  request: SignInRequest,
  returnTo: string | undefined,
  attempt: SignInAttempt,
  challenge?: CodeChallenge,
): { popup: Popup; result: Promise<SignInRecord> } {
  const values = newRequestValues(settings, returnTo)
  const ready = createRequestNow(settings, request, values, challenge)
  const popup = openPopup(ready?.url ?? new URL('/robots.txt', settings.accountsUrl).href)
  const authorize = async () => {
    try {
      const { url, pending } =
        ready ?? (await createAuthorizationRequest(settings, request, values))
      const response = await popup.visit(url, pending, settings, attempt.signal)
      return await completeSignIn(response, pending, settings, attempt)
    } catch (thrown) {
      popup.close()
      throw thrown
    }
  }
  return { popup, result: authorize() }
}

/**
 * Sends the page to LiveChat. The promise never resolves: the client's `resume` goes on when the page is loaded
 * again.
 *
 * @param onGivenUp The agent came Back without a response, to this page as it was left.
 * @throws {SignInError} `aborted`, `storage_unavailable`, `redirect_loop`, `network`
 */
export async function startRedirect(
  settings: SignInSettings,
  request: SignInRequest,
  returnTo: string | undefined,
  signal: AbortSignal,
  onGivenUp: () => void,
): Promise<never> {
  const values = newRequestValues(settings, returnTo)
  const { url, pending } = await createAuthorizationRequest(settings, request, values)
  if (signal.aborted) throw new SignInError('aborted')
  savePending(pending, tabStorage())
  onceRestored(() => {
    forgetPending(settings.clientId, tabStorage())
    onGivenUp()
  }, signal)
  navigateTo(url)
  return new Promise(() => {})
}

/**
 * Turns a response into a sign-in, however it came: validated, exchanged, complete, and of the expected account.
 *
 * @throws {SignInError} Why it is not one.
 */
export async function completeSignIn(
  response: RawResponse,
  pending: PendingSignIn,
  settings: SignInSettings,
  { signal, drop, onUnchecked }: SignInAttempt,
): Promise<SignInRecord> {
  const receivedAt = Date.now()
  const { flow, grantType, expectedAccountId, lastSignOut = null } = pending
  const receiving = receiveGrant(validateResponse(response, pending, receivedAt), settings, signal)
  let grant: TokenGrant
  try {
    const received = await unlessAborted(receiving, signal)
    onUnchecked?.(received.accessToken, pending.returnTo)
    grant = await fillFromTokenInfo(received, settings, signal)
    if (signal.aborted) throw new SignInError('aborted')
  } catch (thrown) {
    if (signal.aborted) receiving.then(({ accessToken }) => drop(accessToken)).catch(() => {})
    throw thrown
  }
  if (expectedAccountId && grant.accountId !== expectedAccountId) {
    drop(grant.accessToken)
    throw new SignInError(grant.accountId ? 'other_account' : 'server_error')
  }
  const requested = pending.scopes && { requestedScopes: pending.scopes }
  return { id: randomId(), flow, grantType, grant, receivedAt, lastSignOut, ...requested }
}

async function receiveGrant(
  validated: ValidatedResponse,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<TokenGrant> {
  if (validated.pending.grantType === 'implicit') return readImplicitGrant(validated)
  const { exchangeCode } = await loadCodeGrant()
  if (signal.aborted) throw new SignInError('aborted')
  // Not ended by the signal: only a token that arrives can be revoked.
  return exchangeCode(validated, settings, new AbortController().signal)
}

function newRequestValues(
  { clientId }: SignInSettings,
  returnTo: string | undefined,
): RequestValues {
  return {
    lastSignOut: lastSignOut(clientId),
    state: createState(),
    createdAt: Date.now(),
    returnTo: safeReturnTo(returnTo ?? currentPath(), pageOrigin()),
  }
}

/** Returns the request if nothing must be awaited for it. */
function createRequestNow(
  settings: SignInSettings,
  request: SignInRequest,
  values: RequestValues,
  challenge: CodeChallenge | undefined,
): AuthorizationRequest | undefined {
  if (isSaidToBeOffline()) return undefined
  if (request.grantType !== 'code') return createImplicitRequest(settings, request, values)
  return challenge && createCodeRequest(settings, request, values, challenge)
}

async function createAuthorizationRequest(
  settings: SignInSettings,
  request: SignInRequest,
  values: RequestValues,
): Promise<AuthorizationRequest> {
  if (isSaidToBeOffline()) await checkReachable(settings)
  if (request.grantType !== 'code') return createImplicitRequest(settings, request, values)
  const { createCodeChallenge } = await loadCodeGrant()
  return createCodeRequest(settings, request, values, await createCodeChallenge(settings))
}
