import { isVisible } from '../flow/page.ts'
import { PublicClient } from '../grant/public-client.ts'
import { readTokenResponse } from '../grant/token-endpoint.ts'
import { sameOwner, type TokenGrant, withoutUndefined } from '../grant/token-grant.ts'
import { asSignInError, SignInError, type SignInErrorCode } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'
import type { Session } from './session.ts'
import { type Expiry, lastMoment } from './session-expiry.ts'
import type { SharedSession, SignInRecord } from './shared-session.ts'

/** A session that renews itself while the page is in use; comes with the code grant. */
export interface Renewal {
  /** Milliseconds before the end at which a refresh is due. */
  ahead: number
  /** The session was looked at with this many milliseconds left. */
  look(timeLeft: number): void
  getAccessToken(): Promise<string>
  /** One refresh is under way at a time; everybody who asks meanwhile gets its outcome. */
  refresh(): Promise<string>
}

/** What a renewal must know of the session it renews. */
export interface Renewed {
  held: SignInRecord
  session: Session
  expiry: Expiry
  settings: SignInSettings
  shared: SharedSession | undefined
  /** Ends with the session. */
  signal: AbortSignal
  /** Takes up the next session. */
  begin(next: SignInRecord): Session
  end(reason: SignInError): void
}

/** Undefined when the grant brought nothing to renew it with. */
export type StartRenewal = (renewed: Renewed) => Renewal | undefined

/** Failures that say nothing about the session: the next request may simply try again. */
const passing: readonly SignInErrorCode[] = [
  'network',
  'server_error',
  'temporarily_unavailable',
  'aborted',
]

export const startRenewal: StartRenewal = (renewed) => {
  const { held, session, expiry, settings, shared, signal } = renewed
  const { grant, receivedAt } = held
  const { refreshToken } = grant
  if (!refreshToken) return undefined
  const ahead = Math.min(settings.expiringAhead, (session.expiresAt - receivedAt) / 3)
  let refreshing: Promise<string> | undefined

  const refreshHere = async (): Promise<SignInRecord> => ({
    ...held,
    grant: await refreshGrant(refreshToken, settings, signal),
    receivedAt: Date.now(),
  })

  const buyNextToken = async (): Promise<string> => {
    try {
      const offered = await shared?.refresh(refreshToken)
      signal.throwIfAborted()
      // Another agent may have signed in in another tab; this one goes on alone.
      const next = offered && sameOwner(offered.grant, session) ? offered : await refreshHere()
      signal.throwIfAborted()
      if (!sameOwner(next.grant, session)) {
        throw new SignInError('invalid_response', { details: 'the token is of another account' })
      }
      return renewed.begin({ ...next, grant: { ...mayBeLeftOut(grant), ...next.grant } })
        .accessToken
    } catch (thrown) {
      const reason = asSignInError(thrown, signal.aborted ? 'aborted' : 'network')
      if (!signal.aborted && !passing.includes(reason.code)) renewed.end(reason)
      throw reason
    }
  }

  const refresh = (): Promise<string> => {
    refreshing ??= buyNextToken().finally(() => {
      refreshing = undefined
    })
    return refreshing
  }

  return {
    ahead,
    refresh,
    look(timeLeft) {
      // Only while somebody may be looking; a hidden page refreshes when it is asked or seen again.
      if (timeLeft <= ahead && isVisible()) refresh().catch(() => {})
    },
    async getAccessToken() {
      if (expiry.timeLeft() <= ahead) {
        try {
          return await refresh()
        } catch (thrown) {
          if (signal.aborted || expiry.timeLeft() <= lastMoment) throw thrown
        }
      }
      return session.accessToken
    },
  }
}

/** What a refresh may leave out because it cannot have changed, and a refresh token that does not rotate. */
function mayBeLeftOut({ scopes, accountId, organizationId, refreshToken }: TokenGrant) {
  return withoutUndefined({ scopes, accountId, organizationId, refreshToken })
}

/**
 * Buys the next access token.
 *
 * @throws {SignInError} The server's own word, `network`, `invalid_response` or `aborted`.
 * @see RFC 6749 §6
 */
export async function refreshGrant(
  refreshToken: string,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<TokenGrant> {
  const client = new PublicClient(settings, settings.accountsUrl, new Map())
  const answer = await client.exchange(signal, () =>
    client.useRefreshToken({
      state: { refresh_token: refreshToken, session_state: null, profile: anonymous },
    }),
  )
  return readTokenResponse(answer)
}

/** OpenID Connect's idea of a person, which LiveChat does not use; the library wants one. */
const anonymous = { sub: '', iss: '', aud: '', exp: 0, iat: 0 }
