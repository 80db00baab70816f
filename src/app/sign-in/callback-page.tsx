import { Navigate } from 'react-router'
import { type ResumeResult, sessionOf } from '../../auth/index.ts'
import { useSession, useSignInHint } from '../../react/index.ts'
import { CenteredPage } from '../layout/centered-page.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Where LiveChat sends the agent back to; seen only when its answer was no good. */
export function CallbackPage({ resumed }: { resumed: ResumeResult }) {
  const state = useSession()
  const hint = useSignInHint()
  const returnTo = resumed.status === 'failed' ? resumed.returnTo : '/'
  if (resumed.status !== 'failed' || sessionOf(state)) return <Navigate to={returnTo} replace />
  return (
    <CenteredPage title="Sign-in failed">
      <p>Nothing has changed. Try again, or choose another way to sign in.</p>
      <SignInForm
        initialFlow="redirect"
        initialGrant={hint?.grantType ?? 'implicit'}
        returnTo={returnTo}
      />
    </CenteredPage>
  )
}
