import { sessionOf } from '../../auth/index.ts'
import { useSession } from '../../react/index.ts'
import { PageHeading } from '../layout/page-heading.tsx'
import { SignedInLayout } from '../layout/signed-in-layout.tsx'
import { useOnline } from '../lib/use-online.ts'
import { ownerOf } from '../session/cache-owner.ts'
import { SessionEnded } from '../session/session-ended.tsx'
import { useSessionEnded } from '../session/use-session-ended.ts'
import { Banner } from '../ui/banner.tsx'
import { CloudOffIcon } from '../ui/icons.tsx'
import { OrganizationPanel } from './organization-panel.tsx'
import { ProfilePanel } from './profile-panel.tsx'
import { ScopesPanel } from './scopes-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'
import { TokenPanel } from './token-panel.tsx'

/** The account page: who is signed in, what this app may do for them, and signing out. */
export function AccountPage() {
  const session = sessionOf(useSession())
  const online = useOnline()
  const ended = useSessionEnded()
  if (!session) return null
  return (
    <SignedInLayout>
      <main id="content" className="account-page" tabIndex={-1}>
        <PageHeading>Your account</PageHeading>
        {!online && !ended && (
          <Banner tone="calm" icon={<CloudOffIcon />} title="You’re offline" announce>
            <p>This page may be out of date. The rest loads when you’re back online.</p>
          </Banner>
        )}
        {ended && <SessionEnded>Sign in again to keep this page up to date.</SessionEnded>}
        <div className="panels">
          <div className="panel-column">
            <ProfilePanel session={session} />
            <OrganizationPanel session={session} />
          </div>
          <TokenPanel key={session.expiresAt} session={session} />
          <SessionsPanel key={ownerOf(session)} session={session} />
          <ScopesPanel scopes={session.scopes} />
        </div>
      </main>
    </SignedInLayout>
  )
}
