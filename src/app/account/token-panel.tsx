import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { TokenInspection } from '../../accounts-api/index.ts'
import type { EndedSession, Region } from '../../auth/index.ts'
import { useAccountsClient } from '../../react/inbox/inbox-internal.ts'
import { useSession, useSignInClient, useTimeLeft } from '../../react/index.ts'
import { describeTimeLeft } from '../../text/index.ts'
import { useFinishClosing } from '../closing/closing-context.tsx'
import { currentLocale } from '../language/define-messages.ts'
import { describeError } from '../language/describe-error.ts'
import { countdown, dateAndTime } from '../lib/dates.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { accountText } from './account-text.ts'

const regions = { dal: 'unitedStates', fra: 'europe' } as const satisfies Record<Region, string>

/** The access token: its region, its lifetime, checking it with LiveChat, and signing out. */
export function TokenPanel({ session }: { session: EndedSession }) {
  const client = useSignInClient()
  const finishClosing = useFinishClosing()
  const accounts = useAccountsClient()
  const navigate = useNavigate()
  const { status } = useSession()
  const left = useTimeLeft('seconds')
  const text = accountText()
  const validate = useMutation({ mutationFn: () => accounts.inspectToken() })

  const revoke = async () => {
    await finishClosing()
    void client.signOut()
    void navigate('/', { replace: true })
  }

  return (
    <Panel title={text.session}>
      <dl className="account-facts">
        <div>
          <dt>{text.timeLeft}</dt>
          <dd>
            {left === undefined ? (
              <span>{status === 'signing-in' ? text.signingIn : text.sessionEnded}</span>
            ) : (
              <span role="timer" className="countdown">
                {countdown(left)}
              </span>
            )}
            {session.expiryAssumed && <p className="hint">{text.estimated}</p>}
          </dd>
        </div>
        <div>
          <dt>{text.expires}</dt>
          <dd>
            <time dateTime={new Date(session.expiresAt).toISOString()}>
              {dateAndTime(session.expiresAt, currentLocale())}
            </time>
          </dd>
        </div>
        <div>
          <dt>{text.region}</dt>
          <dd>
            <span>{text[regions[session.region]]}</span> <code>{session.region}</code>
          </dd>
        </div>
      </dl>
      <div className="panel-buttons">
        <Button
          busy={validate.isPending}
          disabled={status !== 'signed-in'}
          onClick={() => validate.mutate()}
        >
          {text.validate}
        </Button>
        <Button
          kind="destructive-outline"
          disabled={status !== 'signed-in'}
          onClick={() => void revoke()}
        >
          {text.revoke}
        </Button>
      </div>
      <p className="hint">{text.validateHint}</p>
      <output className="verdict">
        {validate.isPending && <span>{text.checking}</span>}
        {validate.data && <span>{verdict(validate.data)}</span>}
      </output>
      {validate.error && (
        <p className="failure" role="alert">
          {describeError(validate.error)}
        </p>
      )}
    </Panel>
  )
}

function verdict({ secondsLeft, scopes }: TokenInspection): string {
  const text = accountText()
  const expiry =
    secondsLeft === undefined
      ? text.unknownExpiry
      : text.expiresIn({ time: describeTimeLeft(secondsLeft * 1000, currentLocale()) })
  return `${text.isActive} ${expiry} ${text.scopeCount({ count: scopes.length })}`
}
