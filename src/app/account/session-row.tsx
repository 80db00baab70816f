import type { AccountsSession } from '../../accounts-api/index.ts'
import { truncate } from '../lib/truncate.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { describeBrowser } from './describe-browser.ts'

export interface SessionRowProps {
  session: AccountsSession
  /** Absent when the scopes allow only reading. */
  onEnd?: () => void
  disabled: boolean
}

/** One browser the account is signed in from. */
export function SessionRow({ session, onEnd, disabled }: SessionRowProps) {
  const { userAgent, current, ip, identitySource, applications } = session
  const browser = describeBrowser(userAgent)
  return (
    <li className="account-session">
      <div className="account-session-text">
        <div>
          <bdi className="account-session-browser" title={truncate(userAgent)}>
            {browser}
          </bdi>{' '}
          {current && <Badge kind="current">This session</Badge>}
        </div>
        <p className="hint">
          {[ip && `From ${truncate(ip, 60)}`, describeSource(identitySource)]
            .filter(Boolean)
            .join(', ')}
        </p>
        {applications.length > 0 && (
          <p className="hint">
            Apps: <bdi>{truncate(applications.join(', '))}</bdi>
          </p>
        )}
      </div>
      {onEnd && (
        <Button
          disabled={disabled}
          aria-label={`Sign out of ${browser}${current ? ' (this session)' : ''}`}
          onClick={onEnd}
        >
          Sign out
        </Button>
      )}
    </li>
  )
}

const sources: Readonly<Record<string, string>> = {
  credentials: 'signed in with a password',
  google: 'signed in with Google',
  microsoft: 'signed in with Microsoft',
  apple: 'signed in with Apple',
  token: 'signed in by another session',
  explicit: 'signed in by LiveChat',
}

function describeSource(source: string): string {
  return (Object.hasOwn(sources, source) && sources[source]) || ''
}
