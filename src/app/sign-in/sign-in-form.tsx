import { useState } from 'react'
import type { Flow, GrantType, SignInHint } from '../../auth/index.ts'
import { SignInWithLiveChat, useSignInClient } from '../../react/index.ts'
import { truncate } from '../lib/truncate.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { signInText } from './sign-in-page-text.ts'

export interface SignInFormProps {
  initialFlow: Flow
  initialGrant: GrantType
  /** Path to come back to; default: where the agent is. */
  returnTo?: string
  /** LiveChat shows its sign-in page also to an agent it knows. */
  anotherAccount?: boolean
}

/** The form replaced the button that had the focus. */
const takeFocus = (form: HTMLElement | null) => form?.focus()

/** The choice of how to travel to LiveChat and what to bring back, and the button. */
export function SignInForm({
  initialFlow,
  initialGrant,
  returnTo,
  anotherAccount = false,
}: SignInFormProps) {
  const client = useSignInClient()
  const text = signInText()
  const [flow, setFlow] = useState<Flow>(initialFlow)
  const [grant, setGrant] = useState<GrantType>(initialGrant)
  const [isAnother, setIsAnother] = useState(anotherAccount)

  // The sign-in window must open in the click itself; what fails is shown by the button above, which then asks as well.
  const signInAsAnother = () => {
    setIsAnother(true)
    const request = { flow, grantType: grant, ...(returnTo && { returnTo }) }
    client.signIn({ ...request, signInPage: 'always' }).catch(() => {})
  }

  return (
    <div className="sign-in-form" tabIndex={-1} ref={isAnother ? takeFocus : null}>
      <SegmentedControl
        legend={text.flow}
        options={[
          { value: 'popup', label: text.popup },
          { value: 'redirect', label: text.redirect },
        ]}
        value={flow}
        onChange={setFlow}
      />
      <p className="hint">{describeFlow(flow)}</p>
      <SegmentedControl
        legend={text.grant}
        options={[
          { value: 'implicit', label: text.implicit },
          { value: 'code', label: text.code },
        ]}
        value={grant}
        onChange={setGrant}
      />
      <p className="hint">{describeGrant(grant, flow)}</p>
      <SignInWithLiveChat
        flow={flow}
        grantType={grant}
        size="large"
        {...(isAnother && { signInPage: 'always' })}
        {...(returnTo && { returnTo })}
      />
      {!isAnother && (
        <button type="button" className="button quiet" onClick={signInAsAnother}>
          {text.anotherAccount}
        </button>
      )}
    </div>
  )
}

/** How the agent travels, in one line. */
export function describeFlow(flow: Flow): string {
  return flow === 'popup' ? signInText().popupHint : signInText().redirectHint
}

/** What comes back and what that means for the agent, in one line. */
export function describeGrant(grant: GrantType, flow: Flow): string {
  const text = signInText()
  if (grant === 'code') return text.codeHint
  return flow === 'popup' ? text.implicitHint : text.implicitRedirectHint
}

/** The one click that signs in again whoever was here last. */
export function continueLabel({ name, email }: SignInHint): string {
  const who = name ?? email
  const text = signInText()
  return who ? text.continueAs({ name: truncate(who, 60) }) : text.continue
}
