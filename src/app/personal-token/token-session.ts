import type { PersonalAccessToken } from '../../agent-chat/index.ts'
import type { SessionState, SignInClient } from '../../auth/index.ts'

/**
 * A sign-in client that says somebody is signed in, by a personal access token, until they sign out.
 *
 * What it cannot do, such as opening LiveChat's pages, is left to the client it stands in for. That one has no
 * session, so nobody gets an access token from it: the personal one stays with those who call LiveChat.
 */
export function withTokenSession(
  client: SignInClient,
  { accountId, token }: PersonalAccessToken,
  forget: () => void,
): SignInClient {
  const state = {
    status: 'signed-in',
    expiring: false,
    session: {
      accessToken: '',
      tokenType: 'Bearer',
      // LiveChat does not tell; what is not allowed says so.
      scopes: [],
      broaderThanAsked: false,
      expiresAt: Number.POSITIVE_INFINITY,
      expiryAssumed: false,
      accountId,
      organizationId: undefined,
      region: token.startsWith('fra') ? 'fra' : 'dal',
      grantType: 'implicit',
      signInId: '',
    },
  } satisfies SessionState
  return {
    ...client,
    getSnapshot: () => state,
    subscribe: () => () => {},
    timeLeft: () => state.session.expiresAt,
    signOut: async () => forget(),
  }
}
