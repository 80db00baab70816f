import type { AccountsSession } from '../../accounts-api/index.ts'
import { cut } from '../lib/truncate.ts'
import { Mark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { browserInWords } from './describe-browser.ts'

export interface AccountSessionRowProps {
  session: AccountsSession
  /** Absent: this sign-in may only look. */
  onEnd?: () => void
  disabled: boolean
}

/** One browser the account is signed in from. */
export function AccountSessionRow({ session, onEnd, disabled }: AccountSessionRowProps) {
  const { userAgent, current, ip, identitySource, applications } = session
  const browser = browserInWords(userAgent)
  return (
    <li className="account-session">
      <div className="account-session-words">
        <div>
          <bdi className="account-session-browser" title={cut(userAgent)}>
            {browser}
          </bdi>{' '}
          {current && <Mark kind="current">This session</Mark>}
        </div>
        <p className="hint">
          {[ip && `From ${cut(ip, 60)}`, sourceInWords(identitySource)].filter(Boolean).join(', ')}
        </p>
        {applications.length > 0 && (
          <p className="hint">
            Apps: <bdi>{cut(applications.join(', '))}</bdi>
          </p>
        )}
      </div>
      {onEnd && (
        <Button
          disabled={disabled}
          aria-label={`Sign out ${browser}${current ? ' (this session)' : ''}`}
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

function sourceInWords(source: string): string {
  return (Object.hasOwn(sources, source) && sources[source]) || ''
}
