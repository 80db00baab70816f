import { sessionOf } from '../../auth/index.ts'
import { ownerOf, useStartLive } from '../../react/inbox/inbox-internal.ts'
import { useSession } from '../../react/index.ts'
import { PageHeading } from '../layout/page-heading.tsx'
import { SingleKeysChoice } from '../layout/shortcuts-dialog.tsx'
import { SignedInLayout } from '../layout/signed-in-layout.tsx'
import { SessionOrNetworkBanner } from '../session/session-or-network-banner.tsx'
import { Panel } from '../ui/panel.tsx'
import { accountText } from './account-text.ts'
import { AlertsPanel } from './alerts-panel.tsx'
import { LanguagePanel } from './language-panel.tsx'
import { OrganizationPanel } from './organization-panel.tsx'
import { ProfilePanel } from './profile-panel.tsx'
import { ScopesPanel } from './scopes-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'
import { TokenPanel } from './token-panel.tsx'

/** The account page: who is signed in, what this app may do for them, and signing out. */
export function AccountPage() {
  const session = sessionOf(useSession())
  useStartLive(true)
  const text = accountText()
  if (!session) return null
  return (
    <SignedInLayout>
      <main id="content" className="account-page" tabIndex={-1}>
        <PageHeading>{text.title}</PageHeading>
        <SessionOrNetworkBanner ended={text.ended} offline={text.offline} />
        <div className="panels">
          <div className="panel-column">
            <ProfilePanel session={session} />
            <OrganizationPanel session={session} />
          </div>
          <div className="panel-column">
            <TokenPanel key={session.expiresAt} session={session} />
            <AlertsPanel />
            <Panel title={text.keyboard}>
              <SingleKeysChoice />
            </Panel>
            <LanguagePanel />
          </div>
          <SessionsPanel key={ownerOf(session)} session={session} />
          <ScopesPanel scopes={session.scopes} />
        </div>
      </main>
    </SignedInLayout>
  )
}
