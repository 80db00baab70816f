import { sessionOf } from '../../auth/index.ts'
import { useSession } from '../../react/index.ts'
import { Banner } from '../banner.tsx'
import { AppPage } from '../design/app-page.tsx'
import { CloudOffIcon } from '../design/icons.tsx'
import { PageHeading } from '../page-heading.tsx'
import { SessionEnded } from '../session/session-ended.tsx'
import { ownerOf } from '../session/session-owner.ts'
import { useSessionEnded } from '../session/use-session-ended.ts'
import { useOnline } from '../use-online.ts'
import { AccountScopes } from './account-scopes.tsx'
import { AccountSession } from './account-session.tsx'
import { AccountSessions } from './account-sessions.tsx'
import { AccountWho } from './account-who.tsx'
import { OrganizationPanel } from './organization-panel.tsx'

/** Who is signed in, what this page may do in their name, and the ways out. */
export function AccountPage() {
  const session = sessionOf(useSession())
  const online = useOnline()
  const ended = useSessionEnded()
  if (!session) return null
  return (
    <AppPage>
      <main id="content" className="account-page" tabIndex={-1}>
        <PageHeading>Your account</PageHeading>
        {!online && (
          <Banner tone="calm" icon={<CloudOffIcon />} title="You are offline" announce>
            <p>What you see may be out of date. What is missing loads when you are back.</p>
          </Banner>
        )}
        {ended && (
          <SessionEnded>
            What you see stays as it is. Sign in, and this page speaks to LiveChat again.
          </SessionEnded>
        )}
        <div className="panels">
          <div className="panel-column">
            <AccountWho session={session} />
            <OrganizationPanel session={session} />
          </div>
          <AccountSession key={session.expiresAt} session={session} />
          <AccountSessions key={ownerOf(session)} session={session} />
          <AccountScopes scopes={session.scopes} />
        </div>
      </main>
    </AppPage>
  )
}
