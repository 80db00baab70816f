import type { EndedSession } from '../../auth/index.ts'
import { useAccountQuery } from '../../react/inbox/inbox-internal.ts'
import { MissingScope } from '../session/missing-scope.tsx'
import { useProfile } from '../session/use-profile.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Panel } from '../ui/panel.tsx'
import { QueryResult } from './query-result.tsx'

/** The agent's picture, name, e-mail and role. */
export function ProfilePanel({ session }: { session: EndedSession }) {
  const query = useAccountQuery()
  const profile = useProfile()
  return (
    <Panel title="Profile">
      <QueryResult
        what="Your profile"
        query={query}
        forbidden={
          <MissingScope
            title="This sign-in can’t show your profile"
            scope="accounts--my:ro"
            why="lets this page show your name, email and picture"
          />
        }
      >
        {(account) => {
          const role = profile?.role ?? account.role
          return (
            <>
              <div className="person">
                <Avatar
                  id={session.accountId ?? 'agent'}
                  name={account.name}
                  url={account.avatarUrl}
                  size="xxlarge"
                />
                <div className="person-text">
                  <bdi className="person-name">{account.name}</bdi>
                  <bdi className="person-email">{account.email}</bdi>
                </div>
              </div>
              <dl className="account-facts">
                {role !== undefined && (
                  <div>
                    <dt>Role</dt>
                    <dd>{describeRole(role)}</dd>
                  </div>
                )}
                <div>
                  <dt>Account ID</dt>
                  <dd>
                    <code>{account.accountId}</code>
                  </dd>
                </div>
              </dl>
            </>
          )
        }}
      </QueryResult>
    </Panel>
  )
}

const words: Readonly<Record<string, string>> = {
  owner: 'Owner',
  viceowner: 'Vice owner',
  administrator: 'Administrator',
  normal: 'Agent',
}

/** LiveChat's roles as its own pages call them; an unknown one is shown unchanged. */
export function describeRole(role: string): string {
  return (Object.hasOwn(words, role) && words[role]) || role
}
