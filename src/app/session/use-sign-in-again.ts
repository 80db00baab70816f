import { type SignInRequest, sessionOf } from '../../auth/index.ts'
import { useSession, useSignInClient } from '../../react/index.ts'
import { useAccount } from './use-account.ts'

/**
 * The wishes that bring back the session on screen, or another one of its agent: by pop-up, since that leaves
 * the page as it is, with the grant, the scopes and in the organization it had. All of it is this tab's own knowledge: in
 * another tab another agent may have signed in since.
 */
export function useSignInAgain(): SignInRequest {
  const state = useSession()
  const session = sessionOf(state)
  const account = useAccount()
  const named = useSignInClient().settings.request.scopes
  if (!session) return { flow: 'popup' }
  const { grantType, accountId, organizationId } = session
  return {
    flow: 'popup',
    grantType,
    // An app that names its scopes would lose those the agent added since.
    ...(named && { scopes: [...new Set([...named, ...session.scopes])] }),
    ...(account && { emailHint: account.email }),
    ...(accountId && { expectedAccountId: accountId }),
    ...(organizationId && { organizationId }),
  }
}

/**
 * The wishes that bring the session on screen back with one more scope. An app that names its scopes would never
 * be given another, so it is named beside them.
 */
export function useSignInWithScope(scope: string): SignInRequest {
  const again = useSignInAgain()
  return {
    ...again,
    prompt: 'consent',
    ...(again.scopes && { scopes: [...again.scopes, scope] }),
  }
}
