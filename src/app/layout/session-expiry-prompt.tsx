import { useState } from 'react'
import { isExpiring, SignInError, type SignInRequest } from '../../auth/index.ts'
import { recoveryFor } from '../../brand/index.ts'
import { alternativeText, english, progressText } from '../../messages/index.ts'
import { useSession, useSignInClient, useTimeLeft } from '../../react/index.ts'
import { describeTimeLeft } from '../../text/index.ts'
import { useSignInAgain } from '../session/use-sign-in-again.ts'
import { Button } from '../ui/button.tsx'
import { ClockIcon } from '../ui/icons.tsx'

/** Asks the agent to continue before a session ends that cannot renew itself; the page stays as it is. */
export function SessionExpiryPrompt() {
  const expiring = isExpiring(useSession())
  return (
    <>
      {/* Said once: the time beside it changes each second. */}
      <output className="visually-hidden">
        {expiring && 'Your session is about to expire. Click Continue to stay signed in.'}
      </output>
      {expiring && <Continue />}
    </>
  )
}

function Continue() {
  const client = useSignInClient()
  const busy = useSession().status === 'signing-in'
  const left = useTimeLeft()
  const again = useSignInAgain()
  const [failure, setFailure] = useState<SignInError>()
  const alternative = failure && recoveryFor(failure.code).alternative

  // The pop-up must open in the click itself, so nothing is awaited before signIn.
  const renew = (wishes: SignInRequest) => {
    setFailure(undefined)
    client.signIn(wishes).catch((thrown: unknown) => {
      if (thrown instanceof SignInError) setFailure(thrown)
    })
  }

  return (
    <section className="session-prompt" aria-label="Your session is about to expire">
      <ClockIcon />
      <p>
        {busy || left === undefined ? (
          <span key="busy">{progressText('popup', english)}</span>
        ) : (
          <span key="left">
            Your session expires in <strong>{describeTimeLeft(left)}</strong>
          </span>
        )}
      </p>
      <Button kind="high-contrast" size="compact" busy={busy} onClick={() => renew(again)}>
        Continue
      </Button>
      {failure && (
        <p className="session-prompt-failure" role="alert">
          <span>{failure.message}</span>{' '}
          {alternative === 'redirect' && (
            <button
              type="button"
              className="link-button"
              onClick={() =>
                renew({ ...again, flow: 'redirect', grantType: client.settings.redirectGrantType })
              }
            >
              {alternativeText(alternative, english)}
            </button>
          )}
        </p>
      )}
    </section>
  )
}
