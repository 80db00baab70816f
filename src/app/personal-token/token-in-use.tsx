import { Link } from 'react-router'
import { useAccount } from '../../react/inbox/inbox-internal.ts'

export interface TokenInUseProps {
  accountId: string
  onForget: () => void
}

/** Whose token is in use, and letting go of it. */
export function TokenInUse({ accountId, onForget }: TokenInUseProps) {
  const account = useAccount()
  return (
    <>
      <p className="token-in-use">
        <span>You’re using a personal access token</span>
        {account && (
          <span>
            {' '}
            as <bdi>{account.name}</bdi> (<bdi>{account.email}</bdi>)
          </span>
        )}
        <span>
          , account <code>{accountId}</code>.
        </span>
      </p>
      <p>
        It stays in this page’s memory, so reloading removes it. LiveChat accepts it until you
        delete it in Developer Console.
      </p>
      <div className="token-buttons">
        <Link className="button primary" to="/chats">
          Go to chats
        </Link>
        <button type="button" className="button" onClick={onForget}>
          Remove token
        </button>
      </div>
    </>
  )
}
