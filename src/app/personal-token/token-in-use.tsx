import { Link } from 'react-router'
import { useAccount } from '../../react/inbox/inbox-internal.ts'
import { withElements } from '../language/with-elements.tsx'
import { tokenText } from './token-text.ts'

export interface TokenInUseProps {
  accountId: string
  onForget: () => void
}

/** Whose token is in use, and letting go of it. */
export function TokenInUse({ accountId, onForget }: TokenInUseProps) {
  const account = useAccount()
  const text = tokenText()
  const id = <code>{accountId}</code>
  return (
    <>
      <p className="token-in-use">
        {account
          ? withElements(text.inUseAs, {
              name: <bdi>{account.name}</bdi>,
              email: <bdi>{account.email}</bdi>,
              account: id,
            })
          : withElements(text.inUse, { account: id })}
      </p>
      <p>{text.inUseHint}</p>
      <div className="token-buttons">
        <Link className="button primary" to="/chats">
          {text.goToChats}
        </Link>
        <button type="button" className="button" onClick={onForget}>
          {text.remove}
        </button>
      </div>
    </>
  )
}
