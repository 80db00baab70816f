import { sessionOf } from '../../auth/index.ts'
import { ownerOf, useStartLive } from '../../react/inbox/inbox-internal.ts'
import { useSession } from '../../react/index.ts'
import { PageHeading } from '../layout/page-heading.tsx'
import { SingleKeysChoice } from '../layout/shortcuts-dialog.tsx'
import { SignedInLayout } from '../layout/signed-in-layout.tsx'
import { SessionOrNetworkBanner } from '../session/session-or-network-banner.tsx'
import { Panel } from '../ui/panel.tsx'
import { AlertsPanel } from './alerts-panel.tsx'
import { OrganizationPanel } from './organization-panel.tsx'
import { ProfilePanel } from './profile-panel.tsx'
import { ScopesPanel } from './scopes-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'
import { TokenPanel } from './token-panel.tsx'

/** The account page: who is signed in, what this app may do for them, and signing out. */
export function AccountPage() {
  const session = sessionOf(useSession())
  useStartLive(true)
  if (!session) return null
  return (
    <SignedInLayout>
      <main id="content" className="account-page" tabIndex={-1}>
        <PageHeading>Your account</PageHeading>
        <SessionOrNetworkBanner
          ended="Sign in again to keep this page up to date."
          offline="This page may be out of date. The rest loads when you’re back online."
        />
        <div className="panels">
          <div className="panel-column">
            <ProfilePanel session={session} />
            <OrganizationPanel session={session} />
          </div>
          <div className="panel-column">
            <TokenPanel key={session.expiresAt} session={session} />
            <AlertsPanel />
            <Panel title="Keyboard">
              <SingleKeysChoice />
            </Panel>
          </div>
          <SessionsPanel key={ownerOf(session)} session={session} />
          <ScopesPanel scopes={session.scopes} />
        </div>
      </main>
    </SignedInLayout>
  )
}
