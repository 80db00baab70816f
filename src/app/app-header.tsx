import { Link, NavLink, useNavigate } from 'react-router'
import { sessionOf } from '../auth/index.ts'
import { LiveChatMark, useSession, useSignInClient, useTimeLeft } from '../react/index.ts'
import { Avatar } from './avatar.tsx'
import { ClockIcon, SignOutIcon } from './icons.tsx'
import { SessionPrompt } from './session-prompt.tsx'
import { timeLeftInWords } from './times.ts'
import { useAccount } from './use-account.ts'
import { useRememberedAccount } from './use-remembered-account.ts'

const soon = 2 * 60_000

/** Whose inbox this is, for how long, and the way out. */
export function AppHeader() {
  const client = useSignInClient()
  const navigate = useNavigate()
  const account = useAccount()
  const session = sessionOf(useSession())
  useRememberedAccount(account)

  const signOut = () => {
    void client.signOut()
    void navigate('/', { replace: true })
  }

  return (
    <header className="app-header">
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <div className="app-bar">
        <Link className="app-name" to="/chats">
          <LiveChatMark />
          <span>Inbox</span>
        </Link>
        <nav className="app-pages" aria-label="Pages">
          <NavLink to="/chats">Chats</NavLink>
          <NavLink to="/archives">Archives</NavLink>
        </nav>
        <TimeLeft />
        <NavLink className="who" to="/account" title="Your account">
          <Avatar
            id={session?.accountId ?? 'agent'}
            name={account?.name}
            url={account?.avatarUrl}
          />
          <span className="who-words">
            <bdi className="who-name">{account?.name ?? 'Your account'}</bdi>
            {account && account.email !== account.name && (
              <bdi className="who-email">{account.email}</bdi>
            )}
          </span>
        </NavLink>
        <button type="button" className="button quiet" onClick={signOut}>
          <SignOutIcon />
          <span className="button-words">Sign out</span>
        </button>
      </div>
      <SessionPrompt />
    </header>
  )
}

/** A timer is not read out at each tick. */
function TimeLeft() {
  const { status } = useSession()
  const left = useTimeLeft()
  if (status === 'signing-in') return <span className="time-left">Signing in…</span>
  if (left === undefined) return <span className="time-left">Session ended</span>
  return (
    <span className="time-left" role="timer" data-soon={left <= soon}>
      <ClockIcon />
      <span>
        <span className="time-left-label">Session ends in </span>
        {timeLeftInWords(left)}
      </span>
    </span>
  )
}
