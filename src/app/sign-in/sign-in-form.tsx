import { useState } from 'react'
import type { Flow, GrantType, SignInHint } from '../../auth/index.ts'
import { SignInWithLiveChat, useSignInClient } from '../../react/index.ts'
import { truncate } from '../lib/truncate.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'

const flows = [
  { value: 'popup', label: 'Popup' },
  { value: 'redirect', label: 'Redirect' },
] as const

const grants = [
  { value: 'implicit', label: 'Implicit' },
  { value: 'code', label: 'Code' },
] as const

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
      <SegmentedControl legend="Flow" options={flows} value={flow} onChange={setFlow} />
      <p className="hint">{describeFlow(flow)}</p>
      <SegmentedControl legend="Grant" options={grants} value={grant} onChange={setGrant} />
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
          Use another account
        </button>
      )}
    </div>
  )
}

/** How the agent travels, in one line. */
export function describeFlow(flow: Flow): string {
  return flow === 'popup'
    ? 'LiveChat opens in a sign-in window. This page stays open.'
    : 'This page takes you to LiveChat and back.'
}

/** What comes back and what that means for the agent, in one line. */
export function describeGrant(grant: GrantType, flow: Flow): string {
  if (grant === 'code') return 'Your session renews automatically.'
  return flow === 'popup'
    ? 'You’ll be asked to continue before your session expires.'
    : 'Your access token comes in the address, which stays in your browser history.'
}

/** The one click that signs in again whoever was here last. */
export function continueLabel({ name, email }: SignInHint): string {
  const who = name ?? email
  return who ? `Continue as ${truncate(who, 60)}` : 'Continue where you left off'
}
