import type { EndedSession } from '../../auth/index.ts'
import { MissingScope } from '../session/missing-scope.tsx'
import { useAccountQuery } from '../session/use-account.ts'
import { useProfile } from '../session/use-profile.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Panel } from '../ui/panel.tsx'
import { Asked } from './query-result.tsx'
import { roleInWords } from './role-words.ts'

/** The person: picture, name, e-mail, role. */
export function AccountWho({ session }: { session: EndedSession }) {
  const query = useAccountQuery()
  const profile = useProfile()
  return (
    <Panel title="Who is signed in">
      <Asked
        what="Your account"
        query={query}
        forbidden={
          <MissingScope
            title="This sign-in may not know who you are"
            scope="accounts--my:ro"
            why="lets this page read your name, e-mail address and picture"
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
                <div className="person-words">
                  <bdi className="person-name">{account.name}</bdi>
                  <bdi className="person-email">{account.email}</bdi>
                </div>
              </div>
              <dl className="account-facts">
                {role !== undefined && (
                  <div>
                    <dt>Role in LiveChat</dt>
                    <dd>{roleInWords(role)}</dd>
                  </div>
                )}
                <div>
                  <dt>Account id</dt>
                  <dd>
                    <code>{account.accountId}</code>
                  </dd>
                </div>
              </dl>
            </>
          )
        }}
      </Asked>
    </Panel>
  )
}
