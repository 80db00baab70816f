import { useState } from 'react'
import type { Flow, GrantType } from '../../auth/index.ts'
import { SignInWithLiveChat } from '../../react/index.ts'
import { Segmented } from '../ui/segmented-control.tsx'
import { flowInWords, grantInWords } from './sign-in-text.ts'

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
  const [flow, setFlow] = useState<Flow>(initialFlow)
  const [grant, setGrant] = useState<GrantType>(initialGrant)
  return (
    <div className="sign-in-form" tabIndex={-1} ref={anotherAccount ? takeFocus : null}>
      <Segmented legend="Flow" options={flows} value={flow} onChange={setFlow} />
      <p className="hint">{flowInWords(flow)}</p>
      <Segmented legend="Grant" options={grants} value={grant} onChange={setGrant} />
      <p className="hint">{grantInWords(grant, flow)}</p>
      <SignInWithLiveChat
        flow={flow}
        grantType={grant}
        size="large"
        {...(anotherAccount && { signInPage: 'always' })}
        {...(returnTo && { returnTo })}
      />
    </div>
  )
}
