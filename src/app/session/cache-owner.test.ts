import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { GrantType } from '../../auth/index.ts'
import { SignInError } from '../../auth/index.ts'
import { toSession } from '../../auth/session/session.ts'
import { createSessionStore } from '../../auth/session/session-state.ts'
import { forgetWithOwner, ownerOf } from './cache-owner.ts'

const nameless = (receivedAt: number, grant: GrantType = 'code') =>
  toSession({ accessToken: 'dal:x', expiresIn: 3600 }, receivedAt, grant)
const named = (receivedAt: number, accountId: string) =>
  toSession({ accessToken: 'dal:x', accountId, organizationId: 'o' }, receivedAt, 'code')

function services() {
  const store = createSessionStore()
  const queries = new QueryClient()
  forgetWithOwner(store, queries)
  return { store, queries }
}

test('the owner is the account in its organization, whatever its token', () => {
  expect(ownerOf(named(1, 'a'))).toBe(ownerOf(named(2, 'a')))
  expect(ownerOf(named(1, 'a'))).not.toBe(ownerOf(named(1, 'b')))
})

test('a session without an account id keeps its cache when it is renewed', () => {
  const { store, queries } = services()
  const [first, second, third] = [nameless(100), nameless(200), nameless(300)]
  store.publish({ status: 'signed-in', session: first })
  queries.setQueryData(['chats'], 'loaded')
  store.publish({ status: 'signed-in', session: second })
  store.publish({ status: 'signed-in', session: third })
  expect(ownerOf(third)).toBe(ownerOf(first))
  expect(queries.getQueryData(['chats'])).toBe('loaded')
})

test('signing in again without an account id clears the cache: it may be somebody else', () => {
  const { store, queries } = services()
  const [first, second] = [nameless(1100), nameless(1200)]
  store.publish({ status: 'signed-in', session: first })
  queries.setQueryData(['chats'], 'loaded')
  store.publish({ status: 'signing-in', flow: 'popup', session: first })
  store.publish({ status: 'signed-in', session: second })
  expect(ownerOf(second)).not.toBe(ownerOf(first))
  expect(queries.getQueryData(['chats'])).toBeUndefined()
})

test('so does a token without an account id from another tab', () => {
  const { store } = services()
  const [first, second] = [nameless(2100, 'implicit'), nameless(2200, 'implicit')]
  store.publish({ status: 'signed-in', session: first })
  store.publish({ status: 'signed-in', session: second })
  expect(ownerOf(second)).not.toBe(ownerOf(first))
})

test('what was loaded after a redirect stays when its session ends', () => {
  const store = createSessionStore()
  const session = named(3100, 'a')
  store.publish({ status: 'signed-in', session })
  const queries = new QueryClient()
  forgetWithOwner(store, queries)
  queries.setQueryData(['chats'], 'loaded')
  store.publish({ status: 'expired', session, reason: new SignInError('session_expired') })
  expect(queries.getQueryData(['chats'])).toBe('loaded')
})
