import './token-page.css'
import { use, useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { sessionOf } from '../../auth/index.ts'
import { useSession, useSignInClient } from '../../react/index.ts'
import { CenteredPage } from '../layout/centered-page.tsx'
import { TokenModeContext, useTokenModeState } from '../session/token-mode-context.ts'
import { TokenForm } from './token-form.tsx'
import { TokenInUse } from './token-in-use.tsx'
import { tokenText } from './token-text.ts'

export interface TokenPageProps {
  /** The app talks to the sandbox, which has a token to try. */
  sandbox: boolean
  /** The address had something on it that was taken off before this page was drawn. */
  cleaned: boolean
}

/** For development: working with a personal access token, typed in here and nowhere else. */
export function TokenPage({ sandbox, cleaned }: TokenPageProps) {
  const tokenMode = use(TokenModeContext)
  const state = useTokenModeState()
  const session = sessionOf(useSession())
  const carried = useCleanAddress(cleaned)
  if (!tokenMode) throw new Error('No token mode: render this inside <TokenModeContext>.')
  return (
    <CenteredPage title={tokenText().title}>
      {carried && <NothingTaken />}
      {state.status === 'in-use' ? (
        <TokenInUse accountId={state.accountId} onForget={tokenMode.forget} />
      ) : session ? (
        <SignedIn />
      ) : (
        <TokenForm tokenMode={tokenMode} refused={state.refused ?? false} sandbox={sandbox} />
      )}
    </CenteredPage>
  )
}

/** Nothing on the address is ever read here, and it does not stay there either. */
function useCleanAddress(cleaned: boolean): boolean {
  const { pathname, search, hash } = useLocation()
  const navigate = useNavigate()
  const [removed, setRemoved] = useState(cleaned)
  const carries = search !== '' || hash !== ''
  if (carries && !removed) setRemoved(true)
  useEffect(() => {
    if (carries) void navigate(pathname, { replace: true })
  }, [carries, pathname, navigate])
  return removed
}

function NothingTaken() {
  return (
    <div className="token-notice" role="alert">
      <p>
        <strong>{tokenText().nothingRead}</strong> <span>{tokenText().nothingReadHint}</span>
      </p>
    </div>
  )
}

function SignedIn() {
  const client = useSignInClient()
  return (
    <>
      <p>{tokenText().signedIn}</p>
      <button type="button" className="button" onClick={() => void client.signOut()}>
        {tokenText().signOut}
      </button>
    </>
  )
}
