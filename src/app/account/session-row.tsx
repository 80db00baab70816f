import type { AccountsSession } from '../../accounts-api/index.ts'
import { withElements } from '../language/with-elements.tsx'
import { truncate } from '../lib/truncate.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { accountText } from './account-text.ts'
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
  const text = accountText()
  return (
    <li className="account-session">
      <div className="account-session-text">
        <div>
          <bdi className="account-session-browser" title={truncate(userAgent)}>
            {browser}
          </bdi>{' '}
          {current && <Badge kind="current">{text.session}</Badge>}
        </div>
        <p className="hint">
          {[ip && text.from({ address: truncate(ip, 60) }), describeSource(identitySource)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {applications.length > 0 && (
          <p className="hint">
            {withElements(text.apps, { names: <bdi>{truncate(applications.join(', '))}</bdi> })}
          </p>
        )}
      </div>
      {onEnd && (
        <Button
          disabled={disabled}
          aria-label={current ? text.signOutOfThis({ browser }) : text.signOutOf({ browser })}
          onClick={onEnd}
        >
          {text.signOut}
        </Button>
      )}
    </li>
  )
}

const sources = {
  credentials: 'byPassword',
  google: 'byGoogle',
  microsoft: 'byMicrosoft',
  apple: 'byApple',
  token: 'bySession',
  explicit: 'byLiveChat',
} as const

function describeSource(source: string): string {
  return isKnown(source) ? accountText()[sources[source]] : ''
}

function isKnown(source: string): source is keyof typeof sources {
  return Object.hasOwn(sources, source)
}
