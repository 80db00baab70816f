import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { type SessionState, SignInError } from '../../../auth/index.ts'
import { type Session, toSession } from '../../../auth/session/session.ts'
import { createStore } from '../../../store/index.ts'
import { onOwnerChange, ownerOf } from './cache-owner.ts'

const session = (id: string, grant: object = {}) =>
  toSession({
    id,
    grantType: 'code',
    grant: { accessToken: 'dal:x', expiresIn: 3600, ...grant },
    receivedAt: 1,
  })
const named = (id: string, accountId: string) => session(id, { accountId, organizationId: 'o' })
const signedIn = (of: Session) => ({ status: 'signed-in', session: of, expiring: false }) as const

function services() {
  const store = createStore<SessionState>({ status: 'signed-out' })
  const queries = new QueryClient()
  onOwnerChange(store, () => queries.clear())
  return { store, queries }
}

test('the owner is the account in its organization, whatever its token', () => {
  expect(ownerOf(named('1', 'a'))).toBe(ownerOf(named('2', 'a')))
  expect(ownerOf(named('1', 'a'))).not.toBe(ownerOf(named('1', 'b')))
  const inSome = (id: string) => session(id, { accountId: 'a' })
  expect(ownerOf(inSome('1'))).not.toBe(ownerOf(inSome('2')))
})

test('a session without an account id keeps its cache when it is refreshed', () => {
  const { store, queries } = services()
  const [first, second, third] = [session('1'), session('1'), session('1')]
  store.set(signedIn(first))
  queries.setQueryData(['chats'], 'loaded')
  store.set(signedIn(second))
  store.set(signedIn(third))
  expect(ownerOf(third)).toBe(ownerOf(first))
  expect(queries.getQueryData(['chats'])).toBe('loaded')
})

test('signing in again without an account id clears the cache: it may be somebody else', () => {
  const { store, queries } = services()
  const [first, second] = [session('1'), session('2')]
  store.set(signedIn(first))
  queries.setQueryData(['chats'], 'loaded')
  store.set({ status: 'signing-in', flow: 'popup', session: first, expiring: false })
  store.set(signedIn(second))
  expect(ownerOf(second)).not.toBe(ownerOf(first))
  expect(queries.getQueryData(['chats'])).toBeUndefined()
})

test('so does a token without an account id from another tab', () => {
  const { store, queries } = services()
  const [first, second] = [session('1'), session('2')]
  store.set(signedIn(first))
  queries.setQueryData(['chats'], 'loaded')
  store.set(signedIn(second))
  expect(ownerOf(second)).not.toBe(ownerOf(first))
  expect(queries.getQueryData(['chats'])).toBeUndefined()
})

test('what was loaded after a redirect stays when its session ends', () => {
  const store = createStore<SessionState>({ status: 'signed-out' })
  const ending = named('1', 'a')
  store.set(signedIn(ending))
  const queries = new QueryClient()
  onOwnerChange(store, () => queries.clear())
  queries.setQueryData(['chats'], 'loaded')
  const reason = new SignInError('session_expired')
  store.set({ status: 'expired', session: ending, reason })
  expect(queries.getQueryData(['chats'])).toBe('loaded')
})
