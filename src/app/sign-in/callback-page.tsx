import { useState } from 'react'
import { Navigate } from 'react-router'
import { type ResumeResult, sessionOf } from '../../auth/index.ts'
import { useSession, useSignInHint } from '../../react/index.ts'
import { CenteredPage } from '../layout/centered-page.tsx'
import { ContinueAs } from './continue-as.tsx'
import { SignInForm } from './sign-in-form.tsx'

interface CallbackPageProps {
  /** Path of the app on its site. */
  base: string
  resumed: ResumeResult
}

/** Where LiveChat sends the agent back to; seen only when its answer was no good. */
export function CallbackPage({ base, resumed }: CallbackPageProps) {
  const state = useSession()
  const hint = useSignInHint()
  const [anotherAccount, setAnotherAccount] = useState(false)
  const wish = resumed.status === 'failed' ? resumed.returnTo : base
  const returnTo = wish.startsWith(base) ? wish : base
  if (resumed.status !== 'failed' || sessionOf(state)) {
    return <Navigate to={returnTo.slice(base.length - 1)} replace />
  }
  const isOtherAccount = 'reason' in state && state.reason?.code === 'other_account'
  if (hint && isOtherAccount && !anotherAccount) {
    return (
      <CenteredPage title="Sign-in failed">
        <ContinueAs
          hint={hint}
          returnTo={returnTo}
          onOtherAccount={() => setAnotherAccount(true)}
        />
      </CenteredPage>
    )
  }
  return (
    <CenteredPage title="Sign-in failed">
      <p>Nothing has changed. Try again, or choose another way to sign in.</p>
      <SignInForm
        initialFlow="redirect"
        initialGrant={hint?.grantType ?? 'implicit'}
        returnTo={returnTo}
        anotherAccount={anotherAccount}
      />
    </CenteredPage>
  )
}
