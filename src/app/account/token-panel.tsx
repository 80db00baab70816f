import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { TokenInspection } from '../../accounts-api/index.ts'
import type { EndedSession, Region } from '../../auth/index.ts'
import { useSession, useSignInClient, useTimeLeft } from '../../react/index.ts'
import { countdown, dateAndTime, describeTimeLeft, pageLocale } from '../lib/dates.ts'
import { useOnline } from '../lib/use-online.ts'
import { useAccountsClient } from '../session/services.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'

const regions: Record<Region, string> = { dal: 'United States', fra: 'Europe' }

/** The access token: its region, its lifetime, checking it with LiveChat, and signing out. */
export function TokenPanel({ session }: { session: EndedSession }) {
  const client = useSignInClient()
  const accounts = useAccountsClient()
  const navigate = useNavigate()
  const { status } = useSession()
  const online = useOnline()
  const left = useTimeLeft('seconds')
  const validate = useMutation({ mutationFn: () => accounts.inspectToken(), networkMode: 'always' })

  const revoke = () => {
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
              status === 'signing-in' ? (
                'Signing in…'
              ) : (
                'Ended'
              )
            ) : (
              <span role="timer" className="countdown">
                {countdown(left)}
              </span>
            )}
            {session.expiryAssumed && (
              <p className="hint">
                Assumed: LiveChat did not say how long this session lasts, so this is its usual
                time.
              </p>
            )}
          </dd>
        </div>
        <div>
          <dt>Until</dt>
          <dd>
            <time dateTime={new Date(session.expiresAt).toISOString()}>
              {dateAndTime(session.expiresAt, pageLocale(navigator.languages))}
            </time>
          </dd>
        </div>
        <div>
          <dt>Region</dt>
          <dd>
            {regions[session.region]} <code>{session.region}</code>
          </dd>
        </div>
      </dl>
      <div className="panel-buttons">
        <Button
          busy={validate.isPending}
          disabled={status !== 'signed-in' || !online}
          onClick={() => validate.mutate()}
        >
          Validate now
        </Button>
        <Button kind="destructive-outline" disabled={status !== 'signed-in'} onClick={revoke}>
          Revoke now
        </Button>
      </div>
      <p className="hint">
        Validating asks LiveChat whether this session is still good. Revoking ends it there and
        signs you out here.
      </p>
      <output className="verdict">
        {validate.isPending && 'Asking LiveChat…'}
        {validate.data && verdict(validate.data)}
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
  const time =
    secondsLeft === undefined
      ? 'It does not say for how long'
      : `It lasts another ${describeTimeLeft(secondsLeft * 1000)}`
  const count = scopes.length === 1 ? 'one scope' : `${scopes.length} scopes`
  return `LiveChat accepts this session. ${time}, with ${count}.`
}
