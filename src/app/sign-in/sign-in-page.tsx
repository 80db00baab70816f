import { useState } from 'react'
import type { Flow, ResumeResult } from '../../auth/index.ts'
import { useSignInHint } from '../../react/index.ts'
import { withElements } from '../language/with-elements.tsx'
import { CenteredPage } from '../layout/centered-page.tsx'
import { ContinueAs } from './continue-as.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { signInText } from './sign-in-page-text.ts'
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
  const text = signInText()
  const hint = useSignInHint()
  const [anotherAccount, setAnotherAccount] = useState(false)
  const known = anotherAccount ? undefined : hint
  return (
    <CenteredPage title={known ? text.welcomeBack : text.title}>
      <p>{known ? text.welcomeBackHint : text.hint}</p>
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
          {withElements(text.sandbox, {
            email: <code>agent@example.com</code>,
            password: <code>sandbox</code>,
          })}
        </p>
      )}
      {tokenPage && (
        <p className="token-offer">
          {withElements(text.forDevelopment, {
            link: <a href={tokenPage}>{text.usePersonalToken}</a>,
          })}
        </p>
      )}
    </CenteredPage>
  )
}

/** Sign-out leads here and says so in the history, where the router keeps the state of a page. */
function hasJustSignedOut(): boolean {
  return (history.state as { usr?: unknown } | null)?.usr === 'signed-out'
}
