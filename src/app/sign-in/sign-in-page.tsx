import { use, useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { Flow } from '../../auth/index.ts'
import { useSignInHint } from '../../react/index.ts'
import { CenteredPage } from '../layout/centered-page.tsx'
import { TokenModeContext } from '../session/token-mode-context.ts'
import { ContinueAs } from './continue-as.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { SignOutOfLiveChat } from './sign-out-of-livechat.tsx'

export interface SignInPageProps {
  initialFlow: Flow
  /** Show the logins of the sandbox. */
  sandbox: boolean
}

export function SignInPage({ initialFlow, sandbox }: SignInPageProps) {
  const hint = useSignInHint()
  const offersToken = use(TokenModeContext) !== undefined
  const [anotherAccount, setAnotherAccount] = useState(false)
  const { state } = useLocation() as { state: unknown }
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
      {state === 'signed-out' && !known && <SignOutOfLiveChat />}
      {sandbox && (
        <p className="sandbox-hint">
          This page uses the sandbox. Sign in as <code>agent@example.com</code> with the password{' '}
          <code>sandbox</code>.
        </p>
      )}
      {offersToken && (
        <p className="token-offer">
          For development: <Link to="/token">use a personal access token</Link>
        </p>
      )}
    </CenteredPage>
  )
}
