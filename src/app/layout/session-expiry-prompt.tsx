import { useState } from 'react'
import { isExpiring, SignInError, type SignInRequest } from '../../auth/index.ts'
import { recoveryFor } from '../../brand/index.ts'
import { alternativeText, progressText } from '../../messages/index.ts'
import { useSession, useSignInClient, useTimeLeft } from '../../react/index.ts'
import { describeTimeLeft } from '../../text/index.ts'
import { currentLocale } from '../language/define-messages.ts'
import { describeError } from '../language/describe-error.ts'
import { signInMessages } from '../language/sign-in-messages.ts'
import { withElements } from '../language/with-elements.tsx'
import { useSignInAgain } from '../session/use-sign-in-again.ts'
import { Button } from '../ui/button.tsx'
import { ClockIcon } from '../ui/icons.tsx'
import { layoutText } from './layout-text.ts'

/** Asks the agent to continue before a session ends that cannot renew itself; the page stays as it is. */
export function SessionExpiryPrompt() {
  const expiring = isExpiring(useSession())
  return (
    <>
      {/* Said once: the time beside it changes each second. */}
      <output className="visually-hidden">{expiring && layoutText().expiryHint}</output>
      {expiring && <Continue />}
    </>
  )
}

function Continue() {
  const client = useSignInClient()
  const busy = useSession().status === 'signing-in'
  const left = useTimeLeft()
  const again = useSignInAgain()
  const text = layoutText()
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
    <section className="session-prompt" aria-label={text.aboutToExpire}>
      <ClockIcon />
      <p>
        {busy || left === undefined ? (
          <span key="busy">{progressText('popup', signInMessages())}</span>
        ) : (
          <span key="left">
            {withElements(text.yourSessionExpires, {
              time: <strong>{describeTimeLeft(left, currentLocale())}</strong>,
            })}
          </span>
        )}
      </p>
      <Button kind="high-contrast" size="compact" busy={busy} onClick={() => renew(again)}>
        {text.continue}
      </Button>
      {failure && (
        <p className="session-prompt-failure" role="alert">
          <span>{describeError(failure)}</span>{' '}
          {alternative === 'redirect' && (
            <button
              type="button"
              className="link-button"
              onClick={() =>
                renew({ ...again, flow: 'redirect', grantType: client.settings.redirectGrantType })
              }
            >
              {alternativeText(alternative, signInMessages())}
            </button>
          )}
        </p>
      )}
    </section>
  )
}
