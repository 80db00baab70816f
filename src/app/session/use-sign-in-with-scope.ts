import { type SignInRequest, sessionOf } from '../../auth/index.ts'
import { useSession, useSignInClient } from '../../react/index.ts'
import { useSignInAgain } from './use-sign-in-again.ts'

/**
 * The wishes that bring the session on screen back with one more scope. An app that names its scopes would never
 * be given another, so it is named beside them, and beside those that were added before.
 */
export function useSignInWithScope(scope: string): SignInRequest {
  const again = useSignInAgain()
  const named = useSignInClient().settings.request.scopes
  const had = sessionOf(useSession())?.scopes ?? []
  return {
    ...again,
    prompt: 'consent',
    ...(named && { scopes: [...new Set([...named, ...had, scope])] }),
  }
}
