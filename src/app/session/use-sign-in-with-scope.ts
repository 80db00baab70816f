import type { SignInRequest } from '../../auth/index.ts'
import { useSignInAgain } from './use-sign-in-again.ts'

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
