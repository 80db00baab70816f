import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { AccountsSession } from '../../accounts-api/index.ts'
import { type EndedSession, scopesAllow } from '../../auth/index.ts'
import {
  type AccountsQuery,
  useAccountsClient,
  useAccountsQuery,
} from '../../react/inbox/inbox-internal.ts'
import { useSession, useSignInClient } from '../../react/index.ts'
import { useFinishClosing } from '../closing/closing-context.tsx'
import { MissingScope } from '../session/missing-scope.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { accountText } from './account-text.ts'
import { describeBrowser } from './describe-browser.ts'
import { QueryResult } from './query-result.tsx'
import { SessionRow } from './session-row.tsx'

const sessionsOfAccount: AccountsQuery<AccountsSession[]> = {
  about: 'sessions',
  scope: 'sessions--my:ro',
  ask: (accounts, options) => accounts.listSessions(options),
  staleTime: 0,
}

/** What the open dialog would sign out: one session, or all of them. */
type Ending = AccountsSession | 'all'

/** The browsers the account is signed in from, and signing them out. */
export function SessionsPanel({ session }: { session: EndedSession }) {
  const client = useSignInClient()
  const finishClosing = useFinishClosing()
  const accounts = useAccountsClient()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { status } = useSession()
  const query = useAccountsQuery(sessionsOfAccount)
  const heading = useRef<HTMLHeadingElement>(null)
  const [ending, setEnding] = useState<Ending>()
  const mayEnd = scopesAllow(session.scopes, 'sessions--my:rw')
  const disabled = status !== 'signed-in'
  const text = accountText()

  const end = async (what: Ending) => {
    if (what === 'all' || what.current) await finishClosing()
    if (what === 'all') await accounts.endAllSessions()
    else await accounts.endSession(what.sessionId)
    if (what === 'all' || what.current) {
      void client.signOut()
      void navigate('/', { replace: true })
      return
    }
    await queries.invalidateQueries({ queryKey: [sessionsOfAccount.about] })
  }

  // The button that opened the dialog is gone with its session.
  const closed = (done: boolean) => {
    setEnding(undefined)
    if (done) heading.current?.focus()
  }

  return (
    <Panel title={text.whereSignedIn} headingRef={heading} wide>
      <QueryResult
        failed={text.sessionsNotLoaded}
        query={query}
        forbidden={
          <MissingScope title={text.cannotList} scope="sessions--my:ro" why={text.showSessions} />
        }
      >
        {(sessions) => (
          <>
            <ul className="account-sessions" aria-label={text.sessions}>
              {sessions.map((one) => (
                <SessionRow
                  key={one.sessionId}
                  session={one}
                  {...(mayEnd && { onEnd: () => setEnding(one) })}
                  disabled={disabled}
                />
              ))}
            </ul>
            {mayEnd ? (
              <div className="panel-buttons">
                <Button
                  kind="destructive-outline"
                  disabled={disabled}
                  onClick={() => setEnding('all')}
                >
                  {text.everywhere}
                </Button>
              </div>
            ) : (
              <MissingScope title={text.cannotEnd} scope="sessions--my:rw" why={text.endSessions} />
            )}
          </>
        )}
      </QueryResult>
      {ending && (
        <ConfirmDialog
          title={ending === 'all' ? text.everywhereQuestion : text.sessionQuestion}
          action={text.signOut}
          onConfirm={() => end(ending)}
          onClose={closed}
        >
          <p>{consequence(ending)}</p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}

function consequence(ending: Ending): string {
  const text = accountText()
  if (ending === 'all') return text.everywhereHint
  return ending.current
    ? text.currentHint
    : text.otherHint({ browser: describeBrowser(ending.userAgent) })
}
