import type { EndedSession } from '../../auth/index.ts'
import { useAccountQuery } from '../../react/inbox/inbox-internal.ts'
import { MissingScope } from '../session/missing-scope.tsx'
import { useProfile } from '../session/use-profile.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Panel } from '../ui/panel.tsx'
import { accountText } from './account-text.ts'
import { QueryResult } from './query-result.tsx'

/** The agent's picture, name, e-mail and role. */
export function ProfilePanel({ session }: { session: EndedSession }) {
  const query = useAccountQuery()
  const profile = useProfile()
  const text = accountText()
  return (
    <Panel title={text.profile}>
      <QueryResult
        failed={text.profileNotLoaded}
        query={query}
        forbidden={
          <MissingScope title={text.noProfile} scope="accounts--my:ro" why={text.showProfile} />
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
                    <dt>{text.role}</dt>
                    <dd>{describeRole(role)}</dd>
                  </div>
                )}
                <div>
                  <dt>{text.accountId}</dt>
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

const roles = {
  owner: 'owner',
  viceowner: 'viceOwner',
  administrator: 'administrator',
  normal: 'agent',
} as const

/** LiveChat's roles as its own pages call them; an unknown one is shown unchanged. */
export function describeRole(role: string): string {
  return isKnown(role) ? accountText()[roles[role]] : role
}

function isKnown(role: string): role is keyof typeof roles {
  return Object.hasOwn(roles, role)
}
