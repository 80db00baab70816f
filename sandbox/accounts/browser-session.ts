import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Environment } from '../lib/hono-env.ts'
import type { Account, AccountsSession, World } from '../world/world.ts'

export const sessionCookie = 'sandbox_accounts_session'
const formCookie = 'sandbox_accounts_form'
const cookieOptions = { httpOnly: true, sameSite: 'Lax', path: '/' } as const

export interface SignedInBrowser {
  session: AccountsSession
  account: Account
}

export function signedInBrowser(
  world: World,
  c: Context<Environment>,
): SignedInBrowser | undefined {
  const session = world.sessions.get(getCookie(c, sessionCookie) ?? '')
  const account = session && world.accounts.get(session.accountId)
  return session && account && { session, account }
}

/** Signs the browser in, always under a new cookie, against session fixation; the same person keeps their session. */
export function signInBrowser(world: World, c: Context<Environment>, account: Account): void {
  const before = signedInBrowser(world, c)?.session
  const continued = before?.accountId === account.accountId ? before : undefined
  if (continued) world.sessions.delete(continued.cookie)
  const session = openSession(world, account, {
    ...continued,
    userAgent: c.req.header('User-Agent') ?? '',
    ip: c.env.remoteAddress ?? '127.0.0.1',
    submittedForm: true,
  })
  setCookie(c, sessionCookie, session.cookie, cookieOptions)
}

/** Signs the browser out; tokens that apps got meanwhile stay valid. */
export function signOutBrowser(world: World, c: Context<Environment>): void {
  world.sessions.delete(getCookie(c, sessionCookie) ?? '')
  deleteCookie(c, sessionCookie, cookieOptions)
}

/** Signs a browser in on the accounts page; it proves itself with the session's cookie. */
export function openSession(
  world: World,
  { accountId }: Account,
  browser: Pick<AccountsSession, 'userAgent' | 'ip'> & Partial<AccountsSession>,
): AccountsSession {
  const session: AccountsSession = {
    sessionId: crypto.randomUUID(),
    clientIds: new Set(),
    submittedForm: false,
    ...browser,
    cookie: crypto.randomUUID(),
    accountId,
  }
  world.sessions.set(session.cookie, session)
  return session
}

/** The token a form must send back to prove that this browser was shown it. */
export function formToken(c: Context<Environment>): string {
  const existing = getCookie(c, formCookie)
  if (existing) return existing
  const token = crypto.randomUUID()
  setCookie(c, formCookie, token, cookieOptions)
  return token
}

export function provesForm(c: Context<Environment>, token: unknown): boolean {
  return typeof token === 'string' && token !== '' && token === getCookie(c, formCookie)
}
