import { signInAgainRequest } from '../../account-menu/index.ts'
import { type SignInRequest, sessionOf } from '../../auth/index.ts'
import { useAccount } from '../../react/inbox/inbox-internal.ts'
import { useSession, useSignInClient } from '../../react/index.ts'

/** The parameters that bring back the session on screen, or another one of its agent. */
export function useSignInAgain(): SignInRequest {
  const state = useSession()
  const session = sessionOf(state)
  const account = useAccount()
  const named = useSignInClient().settings.request.scopes
  return session ? signInAgainRequest(session, account?.email, named) : { flow: 'popup' }
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
