import { Input } from '@livechat/design-system-react-components'
import { useEffect, useId, useState } from 'react'
import {
  organizationChoices,
  recentOrganizations,
  rememberOrganization,
  switchOrganizationRequest,
} from '../../account-menu/index.ts'
import type { Organization } from '../../accounts-api/index.ts'
import { type EndedSession, SignInError } from '../../auth/index.ts'
import {
  type AccountsQuery,
  useAccount,
  useAccountsQuery,
} from '../../react/inbox/inbox-internal.ts'
import { useSession, useSignInClient } from '../../react/index.ts'
import { describeError } from '../language/describe-error.ts'
import { withElements } from '../language/with-elements.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { accountText } from './account-text.ts'
import { QueryResult } from './query-result.tsx'

const organizationOfSession: AccountsQuery<Organization> = {
  about: 'organization',
  ask: (accounts, options) => accounts.getOrganization(options),
}

/** The agent's organization, and switching to another. */
export function OrganizationPanel({ session }: { session: EndedSession }) {
  const client = useSignInClient()
  const account = useAccount()
  const { status } = useSession()
  const query = useAccountsQuery(organizationOfSession)
  const fieldId = useId()
  const hintId = useId()
  const [wanted, setWanted] = useState('')
  const [failure, setFailure] = useState<SignInError>()
  const [switched, setSwitched] = useState(false)
  const text = accountText()
  const { accountId } = session
  const current = query.data

  useEffect(() => {
    if (accountId && current) rememberOrganization(accountId, current)
  }, [accountId, current])

  // The pop-up must open in the click itself, so nothing is awaited before signIn.
  const switchTo = (organizationId: string) => {
    setFailure(undefined)
    setSwitched(false)
    client.signIn(switchOrganizationRequest(session, account?.email, organizationId)).then(
      () => {
        setSwitched(true)
        setWanted('')
      },
      (thrown: unknown) => {
        if (thrown instanceof SignInError) setFailure(thrown)
      },
    )
  }

  const choices = organizationChoices(
    session.organizationId,
    account?.defaultOrganizationId,
    accountId ? recentOrganizations(accountId) : [],
  )
  return (
    <Panel title={text.organization}>
      <QueryResult
        failed={text.organizationNotLoaded}
        query={query}
        forbidden={<p>{text.noOrganization}</p>}
      >
        {(organization) => (
          <div className="person-text">
            <bdi className="person-name">{organization.name}</bdi>
            <code>{organization.organizationId}</code>
          </div>
        )}
      </QueryResult>
      <form
        className="switch"
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted.trim()) switchTo(wanted.trim())
        }}
      >
        <h3>{text.switchOrganization}</h3>
        {choices.map(({ organizationId, name }) => (
          <Button key={organizationId} className="choice" onClick={() => switchTo(organizationId)}>
            {name === undefined
              ? text.switchToOwn
              : withElements(text.switchTo, { name: <bdi>{name}</bdi> })}
          </Button>
        ))}
        <p className="hint" id={hintId}>
          {text.switchHint}
        </p>
        <label htmlFor={fieldId}>{text.organizationId}</label>
        <div className="field-row">
          <Input
            id={fieldId}
            aria-describedby={hintId}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            required
          />
          <Button type="submit">{text.switch}</Button>
        </div>
      </form>
      <output className="verdict">
        {status === 'signing-in' && <span>{text.continueInWindow}</span>}
        {status === 'signed-in' && switched && current && (
          <span>{text.nowIn({ name: current.name })}</span>
        )}
      </output>
      {failure && (
        <p className="failure" role="alert">
          {describeError(failure)}
        </p>
      )}
    </Panel>
  )
}
