import type { EndedSession, SignInRequest } from '../auth/index.ts'

/**
 * The parameters that bring back a session, or another one of its agent: by pop-up, since that leaves the page as it is,
 * with the grant, the scopes and in the organization it had. All of it is this tab's own knowledge: in another tab another
 * agent may have signed in since.
 *
 * @param named The scopes that the app names: it would lose those the agent added since.
 */
export function signInAgainRequest(
  session: EndedSession,
  email: string | undefined,
  named: readonly string[] | undefined,
): SignInRequest {
  const { grantType, accountId, organizationId, scopes } = session
  return {
    flow: 'popup',
    grantType,
    ...(named && { scopes: [...new Set([...named, ...scopes])] }),
    ...(email && { emailHint: email }),
    ...(accountId && { expectedAccountId: accountId }),
    ...(organizationId && { organizationId }),
  }
}

/** The parameters of a sign-in to another organization of the same agent, which may allow other scopes. */
export function switchOrganizationRequest(
  session: EndedSession,
  email: string | undefined,
  organizationId: string,
): SignInRequest {
  return { ...signInAgainRequest(session, email, undefined), organizationId }
}

/** The parameters of a sign-in that lets the agent say who they are. */
export function switchAccountRequest({ grantType }: EndedSession): SignInRequest {
  return { flow: 'popup', grantType, signInPage: 'always' }
}
