import { sessionOf } from '../../auth/index.ts'
import { useSession } from '../../react/index.ts'
import { PageHeading } from '../layout/page-heading.tsx'
import { AppPage } from '../layout/signed-in-layout.tsx'
import { useOnline } from '../lib/use-online.ts'
import { ownerOf } from '../session/cache-owner.ts'
import { SessionEnded } from '../session/session-ended.tsx'
import { useSessionEnded } from '../session/use-session-ended.ts'
import { Banner } from '../ui/banner.tsx'
import { CloudOffIcon } from '../ui/icons.tsx'
import { OrganizationPanel } from './organization-panel.tsx'
import { AccountWho } from './profile-panel.tsx'
import { AccountScopes } from './scopes-panel.tsx'
import { AccountSessions } from './sessions-panel.tsx'
import { AccountSession } from './token-panel.tsx'

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
