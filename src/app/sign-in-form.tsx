import { useState } from 'react'
import type { Flow } from '../auth/index.ts'
import { SignInWithLiveChat } from '../react/index.ts'
import { Segmented } from './segmented.tsx'

const flows = [
  { value: 'popup', label: 'Popup' },
  { value: 'redirect', label: 'Redirect' },
] as const

const explanation: Record<Flow, string> = {
  popup: 'LiveChat opens in a small window; this page stays where it is.',
  redirect: 'This page goes to LiveChat and comes back.',
}

export interface SignInFormProps {
  initialFlow: Flow
  /** Path to come back to; default: where the agent is. */
  returnTo?: string
}

/** The choice of how to travel to LiveChat, and the button. */
export function SignInForm({ initialFlow, returnTo }: SignInFormProps) {
  const [flow, setFlow] = useState<Flow>(initialFlow)
  return (
    <div className="sign-in-form">
      <Segmented legend="Flow" options={flows} value={flow} onChange={setFlow} />
      <p className="hint">{explanation[flow]}</p>
      <SignInWithLiveChat flow={flow} size="large" {...(returnTo && { returnTo })} />
    </div>
  )
}
