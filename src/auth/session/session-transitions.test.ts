import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import { SignInError } from '../sign-in-error.ts'
import { type Session, toSession, withoutToken } from './session.ts'
import { isExpiring, liveSessionOf, type SessionState, sessionOf } from './session-state.ts'
import { nextState, type SessionChange } from './session-transitions.ts'

const sessionNamed = (id: string): Session =>
  toSession({
    id,
    grantType: 'code',
    grant: { accessToken: `dal:${id}`, expiresIn: 60 },
    receivedAt: 0,
  })
const first = sessionNamed('first')
const second = sessionNamed('second')
const reason = new SignInError('popup_closed')
const refused = new SignInError('session_refused')

const signedOut: SessionState = { status: 'signed-out' }
const signedIn: SessionState = { status: 'signed-in', session: first, expiring: false }
const signInStarted: SessionChange = { type: 'sign-in-started', flow: 'popup' }

const after = (...changes: SessionChange[]) => changes.reduce(nextState, signedOut)

test('a sign-in leads from the click to a session', () => {
  const started = after(signInStarted)
  expect(started).toEqual({ status: 'signing-in', flow: 'popup', expiring: false })
  expect(nextState(started, { type: 'signed-in', session: first })).toEqual(signedIn)
})

test('a sign-in that fails leaves a good session as it was, with the reason', () => {
  const failed = after({ type: 'signed-in', session: first }, { type: 'expiring' }, signInStarted, {
    type: 'sign-in-failed',
    reason,
  })
  expect(failed).toEqual({ status: 'signed-in', session: first, expiring: true, reason })
  expect(liveSessionOf(failed)).toBe(first)
})

test('a session that ends while the agent signs in again keeps its data on screen, but no token', () => {
  const ended = after({ type: 'signed-in', session: first }, signInStarted, {
    type: 'expired',
    reason: refused,
  })
  expect(ended.status).toBe('signing-in')
  expect(sessionOf(ended)).toEqual(withoutToken(first))
  expect(liveSessionOf(ended)).toBeUndefined()
  expect(nextState(ended, { type: 'sign-in-failed', reason })).toMatchObject({
    status: 'expired',
    reason,
  })
  expect(nextState(ended, { type: 'sign-in-failed', reason: undefined })).toMatchObject({
    status: 'expired',
    reason: { code: 'session_expired' },
  })
})

test('a refresh during a sign-in leaves the sign-in under way', () => {
  const refreshed = after({ type: 'signed-in', session: first }, signInStarted, {
    type: 'refreshed',
    session: second,
  })
  expect(refreshed.status).toBe('signing-in')
  expect(liveSessionOf(refreshed)).toBe(second)
})

test('a session is expiring once, until another replaces it', () => {
  const expiring = nextState(signedIn, { type: 'expiring' })
  expect(isExpiring(expiring)).toBe(true)
  expect(nextState(expiring, { type: 'expiring' })).toBe(expiring)
  expect(isExpiring(nextState(expiring, { type: 'restored', session: second }))).toBe(false)
})

test('a failed revocation is reported only while the agent is signed out', () => {
  const failure: SessionChange = { type: 'revocation-failed', reason }
  expect(nextState(signedOut, failure)).toEqual({ status: 'signed-out', reason })
  expect(nextState(signedIn, failure)).toBe(signedIn)
})

const session = fc.constantFrom(first, second)
const error = fc.constantFrom(reason, refused)
const change: fc.Arbitrary<SessionChange> = fc.oneof(
  fc.record({
    type: fc.constant('sign-in-started' as const),
    flow: fc.constantFrom('popup' as const, 'redirect' as const),
  }),
  fc.record({
    type: fc.constant('sign-in-failed' as const),
    reason: fc.option(error, { nil: undefined }),
  }),
  fc.record({
    type: fc.constantFrom('signed-in' as const, 'restored' as const, 'refreshed' as const),
    session,
  }),
  fc.record({
    type: fc.constantFrom('expired' as const, 'revocation-failed' as const),
    reason: error,
  }),
  fc.record({ type: fc.constantFrom('expiring' as const, 'signed-out' as const) }),
)
const history = fc.array(change, { maxLength: 30 })
const isSignIn = ({ type }: SessionChange) => type === 'signed-in' || type === 'restored'

/** What the type of a state cannot say. */
function expectWellFormed(state: SessionState): void {
  const live = liveSessionOf(state)
  if (state.status === 'signed-in') expect(live).toBe(state.session)
  if (state.status === 'signed-out' || state.status === 'expired') expect(live).toBeUndefined()
  if (isExpiring(state)) expect(live).toBeDefined()
  expect(JSON.stringify(state)).not.toContain('dal:')
}

test('every state that can be reached is well-formed', () => {
  return checkProperty(
    fc.property(history, (changes) => {
      changes.reduce<SessionState>((state, one) => {
        const next = nextState(state, one)
        expectWellFormed(next)
        return next
      }, signedOut)
    }),
  )
})

test('once a session ended or the agent signed out, only a new sign-in brings a token', () => {
  return checkProperty(
    fc.property(
      history,
      fc.constantFrom<SessionChange>({ type: 'signed-out' }, { type: 'expired', reason: refused }),
      history,
      (before, end, changes) => {
        const ended = nextState(before.reduce(nextState, signedOut), end)
        const later = changes.filter((one) => !isSignIn(one)).reduce(nextState, ended)
        expect(liveSessionOf(later)).toBeUndefined()
      },
    ),
  )
})

test('after a sign-out nothing of the last agent is left', () => {
  return checkProperty(
    fc.property(history, history, (before, changes) => {
      const state = [...before, { type: 'signed-out' } as const].reduce(nextState, signedOut)
      const later = changes.filter((one) => !isSignIn(one)).reduce(nextState, state)
      expect(state).toEqual(signedOut)
      expect(sessionOf(later)).toBeUndefined()
    }),
  )
})

test('a change without effect keeps the same object, so that no listener is called', () => {
  return checkProperty(
    fc.property(history, (changes) => {
      const state = changes.reduce(nextState, signedOut)
      if (liveSessionOf(state)) return
      for (const one of [
        { type: 'expiring' },
        { type: 'expired', reason },
        { type: 'refreshed', session: first },
      ] as const) {
        expect(nextState(state, one)).toBe(state)
      }
    }),
  )
})
