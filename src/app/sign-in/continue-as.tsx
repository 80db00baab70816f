import type { SignInHint } from '../../auth/index.ts'
import { SignInWithLiveChat } from '../../react/index.ts'
import { continueLabel } from './sign-in-form.tsx'
import { signInText } from './sign-in-page-text.ts'

export interface ContinueAsProps {
  hint: SignInHint
  /** Path to come back to; default: where the agent is. */
  returnTo?: string
  onOtherAccount: () => void
}

/** One click for whoever was signed in here before the page was loaded anew, and for nobody else. */
export function ContinueAs({ hint, returnTo, onOtherAccount }: ContinueAsProps) {
  return (
    <div className="continue-as">
      <SignInWithLiveChat
        flow={hint.flow}
        grantType={hint.grantType}
        size="large"
        label={continueLabel(hint)}
        {...(hint.accountId && { expectedAccountId: hint.accountId })}
        {...(hint.email && { emailHint: hint.email })}
        {...(returnTo && { returnTo })}
      />
      <button type="button" className="button quiet" onClick={onOtherAccount}>
        {signInText().anotherAccount}
      </button>
    </div>
  )
}
