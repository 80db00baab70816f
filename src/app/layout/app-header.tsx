import { useEffect, useState } from 'react'
import { NavLink, type To, useLocation, useNavigate } from 'react-router'
import { sessionOf } from '../../auth/index.ts'
import { type InboxStore, useAccount, useInboxStore } from '../../react/inbox/inbox-internal.ts'
import { LiveChatMark, useSession, useSignInClient, useTimeLeft } from '../../react/index.ts'
import { describeTimeLeft } from '../../text/index.ts'
import { useFinishClosing } from '../closing/closing-context.tsx'
import { currentLocale } from '../language/define-messages.ts'
import { useIsTokenMode } from '../session/token-mode-context.ts'
import { useRememberedAccount } from '../session/use-remembered-account.ts'
import { Avatar } from '../ui/avatar.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ArchivesIcon, BubbleIcon, ClockIcon, KeyIcon, SignOutIcon } from '../ui/icons.tsx'
import { AcceptingSwitch } from './accepting-chats.tsx'
import { layoutText } from './layout-text.ts'

const soon = 2 * 60_000

/** The app's header: navigation, whether the agent accepts chats, the time left, the agent, and sign-out. */
export function AppHeader() {
  const client = useSignInClient()
  const navigate = useNavigate()
  const account = useAccount()
  const session = sessionOf(useSession())
  const isTokenMode = useIsTokenMode()
  const text = layoutText()
  useRememberedAccount(account)
  const chats = useWayToChats()

  const finishClosing = useFinishClosing()
  const [isLeaving, setLeaving] = useState(false)
  const signOut = async () => {
    setLeaving(true)
    await finishClosing()
    void client.signOut()
    if (isTokenMode) void navigate('/token', { replace: true })
    else void navigate('/', { replace: true, state: 'signed-out' })
  }

  return (
    <header className="app-header lc-dark-theme">
      <a className="skip-link" href="#content">
        {text.skip}
      </a>
      <LiveChatMark className="app-mark" />
      <nav className="app-pages" aria-label={text.pages}>
        <NavLink to={chats}>
          <BubbleIcon />
          <span>{text.chats}</span>
        </NavLink>
        <NavLink to="/archives">
          <ArchivesIcon />
          <span>{text.archives}</span>
        </NavLink>
      </nav>
      <AcceptingSwitch />
      {isTokenMode ? <PersonalToken /> : <TimeLeft />}
      <NavLink className="who" to={isTokenMode ? '/token' : '/account'} title={text.account}>
        <Avatar
          id={session?.accountId ?? 'agent'}
          name={account?.name}
          url={account?.avatarUrl}
          size="small"
        />
        <span className="visually-hidden">
          <bdi>{account?.name ?? text.account}</bdi>{' '}
          {account && account.email !== account.name && <bdi>{account.email}</bdi>}
        </span>
      </NavLink>
      <IconButton
        label={isTokenMode ? text.removeToken : text.signOut}
        icon={<SignOutIcon />}
        busy={isLeaving}
        onClick={() => void signOut()}
      />
    </header>
  )
}

/** The view each agent looked at last, by their inbox, with which it goes. */
const lastViews = new WeakMap<InboxStore, string>()

/** Where the chats are as the agent left them. */
function useWayToChats(): To {
  const inbox = useInboxStore()
  const { pathname, search } = useLocation()
  const isThere = /^\/chats(\/|$)/.test(pathname)
  useEffect(() => {
    if (isThere) lastViews.set(inbox, search)
  }, [isThere, inbox, search])
  return { pathname: '/chats', search: isThere ? search : (lastViews.get(inbox) ?? '') }
}

function PersonalToken() {
  return (
    <span className="time-left">
      <KeyIcon />
      <span className="visually-hidden">{layoutText().personalToken}</span>
      <span aria-hidden="true">{layoutText().token}</span>
    </span>
  )
}

/** The time left; screen readers do not announce each tick. */
function TimeLeft() {
  const { status } = useSession()
  const left = useTimeLeft()
  const text = layoutText()
  if (status === 'signing-in') return <span className="time-left">{text.signingIn}</span>
  if (left === undefined) return <span className="time-left">{text.sessionEnded}</span>
  const time = describeTimeLeft(left, currentLocale())
  return (
    <span
      className="time-left"
      role="timer"
      title={text.expiresIn({ time })}
      data-soon={left <= soon}
    >
      <ClockIcon />
      <span className="visually-hidden">{text.expiresIn({ time })}</span>
      <span aria-hidden="true">{time}</span>
    </span>
  )
}
