import { useState } from 'react'
import type { ResumeResult } from '../../auth/index.ts'
import { useSession, useSignInHint } from '../../react/index.ts'
import { CenteredPage } from '../layout/centered-page.tsx'
import { ContinueAs } from './continue-as.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { signInText } from './sign-in-page-text.ts'

/**
 * The path to show after LiveChat sent the agent back.
 *
 * @param base Path of the app on its site.
 */
export function returnToOf(resumed: ResumeResult, base: string): string {
  const wish = 'returnTo' in resumed ? resumed.returnTo : base
  return wish.startsWith(base) ? wish : base
}

/** Where LiveChat sends the agent back to; seen only when its answer was no good. */
export function CallbackPage({ returnTo }: { returnTo: string }) {
  const state = useSession()
  const hint = useSignInHint()
  const [anotherAccount, setAnotherAccount] = useState(false)
  const isOtherAccount = 'reason' in state && state.reason?.code === 'other_account'
  if (hint && isOtherAccount && !anotherAccount) {
    return (
      <CenteredPage title={signInText().failed}>
        <ContinueAs
          hint={hint}
          returnTo={returnTo}
          onOtherAccount={() => setAnotherAccount(true)}
        />
      </CenteredPage>
    )
  }
  return (
    <CenteredPage title={signInText().failed}>
      <p>{signInText().failedHint}</p>
      <SignInForm
        initialFlow="redirect"
        initialGrant={hint?.grantType ?? 'implicit'}
        returnTo={returnTo}
        anotherAccount={anotherAccount}
      />
    </CenteredPage>
  )
}
