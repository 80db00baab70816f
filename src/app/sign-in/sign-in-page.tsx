import { useState } from 'react'
import type { Flow, ResumeResult } from '../../auth/index.ts'
import { useSignInHint } from '../../react/index.ts'
import { CenteredPage } from '../layout/centered-page.tsx'
import { ContinueAs } from './continue-as.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { SignOutOfLiveChat } from './sign-out-of-livechat.tsx'

export interface SignInPageProps {
  initialFlow: Flow
  /** Show the logins of the sandbox. */
  sandbox: boolean
  /** Address of the page for personal access tokens; undefined where they are not for use. */
  tokenPage: string | undefined
}

/** The same wherever the page is shown. */
export function signInPageProps(
  environment: { base: string; sandbox: boolean; personalTokens: boolean },
  resumed: ResumeResult,
): SignInPageProps {
  return {
    initialFlow: resumed.status === 'failed' ? 'redirect' : 'popup',
    sandbox: environment.sandbox,
    tokenPage: environment.personalTokens ? `${environment.base}token` : undefined,
  }
}

export function SignInPage({ initialFlow, sandbox, tokenPage }: SignInPageProps) {
  const hint = useSignInHint()
  const [anotherAccount, setAnotherAccount] = useState(false)
  const known = anotherAccount ? undefined : hint
  return (
    <CenteredPage title={known ? 'Welcome back' : 'Sign in to see your chats'}>
      <p>
        {known
          ? 'For your security, we don’t store your session. Click to pick up where you left off.'
          : 'Use your LiveChat account. This page never sees your password.'}
      </p>
      {known ? (
        <ContinueAs hint={known} onOtherAccount={() => setAnotherAccount(true)} />
      ) : (
        <SignInForm
          initialFlow={hint?.flow ?? initialFlow}
          initialGrant={hint?.grantType ?? 'implicit'}
          anotherAccount={anotherAccount}
        />
      )}
      {hasJustSignedOut() && !known && <SignOutOfLiveChat />}
      {sandbox && (
        <p className="sandbox-hint">
          This page uses the sandbox. Sign in as <code>agent@example.com</code> with the password{' '}
          <code>sandbox</code>.
        </p>
      )}
      {tokenPage && (
        <p className="token-offer">
          For development: <a href={tokenPage}>use a personal access token</a>
        </p>
      )}
    </CenteredPage>
  )
}

/** Sign-out leads here and says so in the history, where the router keeps the state of a page. */
function hasJustSignedOut(): boolean {
  return (history.state as { usr?: unknown } | null)?.usr === 'signed-out'
}
