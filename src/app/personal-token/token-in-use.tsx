import { Link } from 'react-router'
import { useAccount } from '../session/use-account.ts'

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
        You work with a personal access token
        {account && (
          <>
            {' '}
            as <bdi>{account.name}</bdi> (<bdi>{account.email}</bdi>)
          </>
        )}
        , account <code>{accountId}</code>.
      </p>
      <p>
        It is in the memory of this page only, so a reload forgets it, too. LiveChat keeps accepting
        it until you delete it in Developer Console.
      </p>
      <div className="token-buttons">
        <Link className="button primary" to="/chats">
          Go to your chats
        </Link>
        <button type="button" className="button" onClick={onForget}>
          Forget it
        </button>
      </div>
    </>
  )
}
