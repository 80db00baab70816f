import { type SignInRequest, sessionOf } from '../../auth/index.ts'
import { useSession, useSignInHint } from '../../react/index.ts'

/**
 * The wishes that bring back the session on screen, or another one in its place: by pop-up, since that leaves
 * the page as it is, with the grant and in the organization it had.
 */
export function useSignInAgain(): SignInRequest {
  const hint = useSignInHint()
  const session = sessionOf(useSession())
  return {
    flow: 'popup',
    ...(hint && { grant: hint.grant }),
    ...(hint?.email && { emailHint: hint.email }),
    ...(session?.organizationId && { organizationId: session.organizationId }),
  }
}
