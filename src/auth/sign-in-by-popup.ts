import { revokeToken } from './grant/revoke-token.ts'
import { pageUrl } from './page.ts'
import { type Session, toSession } from './session/session.ts'
import { authorizeByPopup } from './sign-in.ts'
import { asSignInError } from './sign-in-error.ts'
import { completeOptions, type SignInOptions, type SignInParams } from './sign-in-options.ts'

/**
 * Signs the agent in by pop-up, once, for a page that needs a token now and keeps no session: nothing refreshes it,
 * nothing watches its end, no other tab is told, and two calls open two windows. `createSignInClient` does all that.
 *
 * Call it in the click itself: the pop-up opens before anything is awaited.
 *
 * @param options Of the client and of this sign-in; only `clientId` is required.
 * @throws {SignInError} Why the sign-in failed; its window is closed.
 * @see RFC 6749 §4.2 (implicit), §4.1 with RFC 7636 (`grantType: 'code'`)
 */
export async function signInByPopup({
  signal = new AbortController().signal,
  ...options
}: Omit<SignInOptions, 'flow'> & Pick<SignInParams, 'signal'>): Promise<Session> {
  try {
    const settings = completeOptions({ ...options, flow: 'popup' }, pageUrl())
    const drop = (accessToken: string) => void revokeToken(accessToken, settings).catch(() => {})
    const { result } = authorizeByPopup(settings, settings.request, undefined, { signal, drop })
    return toSession(await result)
  } catch (thrown) {
    throw asSignInError(thrown, 'unknown_error')
  }
}
