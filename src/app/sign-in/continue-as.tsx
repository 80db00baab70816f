import type { SignInHint } from '../../auth/index.ts'
import { SignInWithLiveChat } from '../../react/index.ts'
import { continueLabel } from './sign-in-form.tsx'

export interface ContinueAsProps {
  hint: SignInHint
  onOtherAccount: () => void
}

/** One click for whoever was signed in here before the page was loaded anew. */
export function ContinueAs({ hint, onOtherAccount }: ContinueAsProps) {
  return (
    <div className="continue-as">
      <SignInWithLiveChat
        flow={hint.flow}
        grantType={hint.grantType}
        size="large"
        label={continueLabel(hint)}
        {...(hint.email && { emailHint: hint.email })}
      />
      <button type="button" className="button quiet" onClick={onOtherAccount}>
        Use another account
      </button>
    </div>
  )
}
