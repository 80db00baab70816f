import { refreshGrant } from '../grant/token-endpoint.ts'
import { sameOwner, type TokenGrant } from '../grant/token-grant.ts'
import { SignInError, type SignInErrorCode } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'
import type { SignInRecord } from './session.ts'
import type { SharedSession } from './shared-session.ts'

/** Failures of a refresh that say nothing about the session: the next request may simply try again. */
export const transientCodes: readonly SignInErrorCode[] = [
  'network',
  'server_error',
  'temporarily_unavailable',
  'aborted',
]

/**
 * Refreshes the token of a sign-in: through the worker that the tabs share, else at the token endpoint.
 *
 * @param drop Revokes a token that nobody is to have.
 * @throws {SignInError} Why there is no new token: `session_expired` without a refresh token,
 *   `invalid_response` when the new token is of another account.
 */
export async function refreshSignIn(
  record: SignInRecord,
  settings: SignInSettings,
  shared: SharedSession | undefined,
  drop: (accessToken: string) => void,
): Promise<SignInRecord> {
  const { grant } = record
  const { refreshToken } = grant
  if (!refreshToken) throw new SignInError('session_expired')
  const offered = await shared?.refresh(refreshToken)
  // In another tab another agent may have signed in; then this tab refreshes its own token.
  const next: SignInRecord =
    offered && sameOwner(offered.grant, grant)
      ? offered
      : {
          ...record,
          grant: await refreshGrant(refreshToken, settings),
          receivedAt: Date.now(),
        }
  if (!sameOwner(next.grant, grant)) {
    drop(next.grant.accessToken)
    throw new SignInError('invalid_response', { details: 'the token belongs to another account' })
  }
  return { ...next, grant: { ...carryOver(grant), ...next.grant } }
}

/** What a refresh may leave out because it cannot have changed, and a refresh token that does not rotate. */
function carryOver({ accessToken, expiresIn, ...kept }: TokenGrant) {
  return kept
}
