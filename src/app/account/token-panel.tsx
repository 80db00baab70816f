import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { TokenInspection } from '../../accounts-api/index.ts'
import type { EndedSession, Region } from '../../auth/index.ts'
import { useAccountsClient } from '../../react/inbox/inbox-internal.ts'
import { useSession, useSignInClient, useTimeLeft } from '../../react/index.ts'
import { describeTimeLeft } from '../../text/index.ts'
import { useFinishClosing } from '../closing/closing-context.tsx'
import { countdown, dateAndTime, pageLocale } from '../lib/dates.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'

const regions: Record<Region, string> = { dal: 'United States', fra: 'Europe' }

/** The access token: its region, its lifetime, checking it with LiveChat, and signing out. */
export function TokenPanel({ session }: { session: EndedSession }) {
  const client = useSignInClient()
  const finishClosing = useFinishClosing()
  const accounts = useAccountsClient()
  const navigate = useNavigate()
  const { status } = useSession()
  const left = useTimeLeft('seconds')
  const validate = useMutation({ mutationFn: () => accounts.inspectToken() })

  const revoke = async () => {
    await finishClosing()
    void client.signOut()
    void navigate('/', { replace: true })
  }

  return (
    <Panel title="This session">
      <dl className="account-facts">
        <div>
          <dt>Time left</dt>
          <dd>
            {left === undefined ? (
              <span>{status === 'signing-in' ? 'Signing in…' : 'Ended'}</span>
            ) : (
              <span role="timer" className="countdown">
                {countdown(left)}
              </span>
            )}
            {session.expiryAssumed && (
              <p className="hint">Estimated: LiveChat didn’t say how long this session lasts.</p>
            )}
          </dd>
        </div>
        <div>
          <dt>Expires</dt>
          <dd>
            <time dateTime={new Date(session.expiresAt).toISOString()}>
              {dateAndTime(session.expiresAt, pageLocale(navigator.languages))}
            </time>
          </dd>
        </div>
        <div>
          <dt>Region</dt>
          <dd>
            <span>{regions[session.region]}</span> <code>{session.region}</code>
          </dd>
        </div>
      </dl>
      <div className="panel-buttons">
        <Button
          busy={validate.isPending}
          disabled={status !== 'signed-in'}
          onClick={() => validate.mutate()}
        >
          Validate session
        </Button>
        <Button
          kind="destructive-outline"
          disabled={status !== 'signed-in'}
          onClick={() => void revoke()}
        >
          Revoke session
        </Button>
      </div>
      <p className="hint">
        Validating asks LiveChat whether this session is still active. Revoking ends it and signs
        you out.
      </p>
      <output className="verdict">
        {validate.isPending && <span>Checking…</span>}
        {validate.data && <span>{verdict(validate.data)}</span>}
      </output>
      {validate.error && (
        <p className="failure" role="alert">
          {validate.error.message}
        </p>
      )}
    </Panel>
  )
}

function verdict({ secondsLeft, scopes }: TokenInspection): string {
  const expiry =
    secondsLeft === undefined
      ? 'LiveChat didn’t say when it expires.'
      : `It expires in ${describeTimeLeft(secondsLeft * 1000)}.`
  const count = scopes.length === 1 ? '1 scope' : `${scopes.length} scopes`
  return `This session is active. ${expiry} It has ${count}.`
}
