import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SignInError } from '../sign-in-error.ts'
import type { PendingSignIn } from './authorization-request.ts'
import {
  pendingLifetime,
  type RawResponse,
  readCode,
  readImplicitGrant,
  splitResponseUrl,
  validateResponse,
} from './authorization-response.ts'

const now = 1_800_000_000_000
const redirectUri = 'http://localhost:3000/callback'
const pending: PendingSignIn = {
  state: 'the-live-state',
  grantType: 'implicit',
  flow: 'popup',
  clientId: 'client',
  accountsUrl: 'https://accounts.livechat.com',
  redirectUri,
  returnTo: '/chats',
  createdAt: now - 5_000,
}
const answer = {
  access_token: 'dal:secret',
  token_type: 'Bearer',
  expires_in: '28800',
  state: 'the-live-state',
  scope: 'chats--access:rw,customers:ro',
}
const runs = { numRuns: Number(process.env.FUZZ ?? 3000) }

function fragment(parameters: Record<string, string>, more = ''): RawResponse {
  const { response } = splitResponseUrl(
    `${redirectUri}#${new URLSearchParams(parameters)}${more}`,
    redirectUri,
  )
  if (!response) throw new Error('no answer in the URL')
  return response
}

function read(response: RawResponse, more: Partial<PendingSignIn> = {}) {
  return readImplicitGrant(validateResponse(response, { ...pending, ...more }, now))
}

function without(name: string) {
  const { [name as keyof typeof answer]: _left, ...rest } = answer
  return rest
}

function refusedWith(code: string) {
  return expect.objectContaining({ name: 'SignInError', code })
}

test('reads a token with its lifetime and scopes', () => {
  expect(read(fragment(answer))).toEqual({
    accessToken: 'dal:secret',
    expiresIn: 28800,
    scopes: ['chats--access:rw', 'customers:ro'],
  })
})

test('decodes the colon of the token', () => {
  expect(
    read(
      fragment(
        {},
        '&access_token=dal%3Asecret&token_type=Bearer&expires_in=1&state=the-live-state',
      ),
    ).accessToken,
  ).toBe('dal:secret')
})

test.each([
  ['no', without('state')],
  ['an empty', { ...answer, state: '' }],
  ['an unknown', { ...answer, state: 'forged' }],
])('A1 refuses a forged fragment with %s state', (_what, forged) => {
  expect(() => read(fragment(forged))).toThrow(refusedWith('state_mismatch'))
})

test('A1 looks at the state before anything else, so a forged refusal says nothing of the server', () => {
  expect(() => read(fragment({ error: 'access_denied', state: 'forged' }))).toThrow(
    refusedWith('state_mismatch'),
  )
})

test('A4 refuses the answer to a request of long ago, or of the future', () => {
  expect(() => read(fragment(answer), { createdAt: now - pendingLifetime - 1 })).toThrow(
    refusedWith('state_expired'),
  )
  expect(() => read(fragment(answer), { createdAt: now + pendingLifetime + 1 })).toThrow(
    refusedWith('state_expired'),
  )
})

test('A6 refuses a code that answers a token request', () => {
  expect(() => read(fragment({ code: 'c', state: pending.state }))).toThrow(
    refusedWith('malformed_response'),
  )
})

test('reads a code from the query, and A6 refuses a token in its place', () => {
  const readBy = (href: string) => {
    const { response } = splitResponseUrl(href, redirectUri)
    return response && readCode(validateResponse(response, { ...pending, grantType: 'code' }, now))
  }
  expect(readBy(`${redirectUri}?code=dal%3Aabc&state=the-live-state`)).toBe('dal:abc')
  for (const wrong of [
    `${redirectUri}#code=abc&state=the-live-state`,
    `${redirectUri}#access_token=dal:t&token_type=Bearer&state=the-live-state`,
    `${redirectUri}?code=abc&access_token=dal:t&state=the-live-state`,
    `${redirectUri}?state=the-live-state`,
  ]) {
    expect(() => readBy(wrong)).toThrow(refusedWith('malformed_response'))
  }
})

test('A7 refuses a token in the query', () => {
  const { response } = splitResponseUrl(
    `${redirectUri}?${new URLSearchParams(answer)}`,
    redirectUri,
  )
  expect(() => response && read(response)).toThrow(refusedWith('malformed_response'))
})

test('A8 refuses a fragment and a query that both answer', () => {
  const { response } = splitResponseUrl(
    `${redirectUri}?code=c#${new URLSearchParams(answer)}`,
    redirectUri,
  )
  expect(() => response && read(response)).toThrow(refusedWith('malformed_response'))
})

test.each(Object.keys(answer))('A9 refuses %s given twice', (name) => {
  expect(() => read(fragment(answer, `&${name}=again`))).toThrow(SignInError)
})

test('A10 a refusal wins over a token beside it', () => {
  expect(() => read(fragment({ ...answer, error: 'access_denied' }))).toThrow(
    refusedWith('access_denied'),
  )
})

test.each(['mac', ''])('A12 refuses the token type "%s" in a redirect', (token_type) => {
  expect(() => read(fragment({ ...answer, token_type }))).toThrow(refusedWith('malformed_response'))
})

test('A12 refuses a redirect without token type, accepts Bearer in any case', () => {
  expect(() => read(fragment(without('token_type')))).toThrow(refusedWith('malformed_response'))
  expect(read(fragment({ ...answer, token_type: 'bEARER' })).accessToken).toBe('dal:secret')
})

test('A13 refuses an answer that names another issuer', () => {
  expect(() => read(fragment({ ...answer, iss: 'https://evil.example' }))).toThrow(
    refusedWith('malformed_response'),
  )
  expect(read(fragment({ ...answer, iss: pending.accountsUrl })).accessToken).toBe('dal:secret')
})

test('A14 refuses more scope than asked for, accepts less', () => {
  expect(() => read(fragment(answer), { scopes: ['customers:ro'] })).toThrow(
    refusedWith('scope_exceeded'),
  )
  expect(
    read(fragment(answer), { scopes: ['customers:ro', 'chats--access:rw', 'agents--my:rw'] })
      .scopes,
  ).toEqual(['chats--access:rw', 'customers:ro'])
})

test('A11 cleans a token away that hides behind brackets, and refuses it', () => {
  const { response, cleanUrl } = splitResponseUrl(
    `${redirectUri}#access_token[a]=dal:secret&state=the-live-state&token_type=Bearer`,
    redirectUri,
  )
  expect(cleanUrl).toBe(redirectUri)
  expect(() => response && read(response)).toThrow(refusedWith('malformed_response'))
})

test.each([
  [
    { oauth_exception: 'unauthorized_client', exception_details: 'invalid_redirect_uri' },
    'unauthorized_client',
    'whitelist',
  ],
  [{ identity_exception: 'identity_lost' }, 'identity_lost', 'Sign in again'],
  [{ error: 'server_error' }, 'server_error', 'moment'],
])('keeps the server’s own word of %j', (refusal, code, remedy) => {
  try {
    read(fragment({ ...refusal, state: pending.state }))
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ code })
    expect((error as SignInError).message).toContain(remedy)
  }
})

test('an unknown word of the server is kept, cut to what a word looks like', () => {
  const oauth_exception = `new_rule\u202e<script>${'x'.repeat(100_000)}`
  try {
    read(fragment({ oauth_exception, state: pending.state }))
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ code: 'unknown_error' })
    expect((error as SignInError).details).toMatch(/^new_rulescriptx{1,30}$/)
  }
})

test('a page that is not the redirect URI may use a state or code of its own', () => {
  for (const href of [
    'http://localhost:3000/map?state=texas',
    'http://localhost:3000/shop?code=SUMMER',
    'http://localhost:3000/chats#error',
  ]) {
    expect(splitResponseUrl(href, redirectUri)).toEqual({ cleanUrl: href })
  }
})

test('a token is taken off the URL of any page', () => {
  expect(
    splitResponseUrl('http://localhost:3000/chats?a=1#b&access_token=dal:secret', redirectUri),
  ).toMatchObject({ cleanUrl: 'http://localhost:3000/chats?a=1#b', response: {} })
})

const strange = fc.constantFrom(
  '%',
  '%25',
  '%00',
  '\u0000',
  '[a]',
  '__proto__',
  'state',
  'a',
  '=',
  '&',
  '#',
  '?',
  '+',
  ' ',
)
const noise = fc.array(fc.oneof(strange, fc.string())).map((parts) => parts.join(''))
const pair = fc.tuple(
  fc.constantFrom(...Object.keys(answer), 'error', 'code', 'iss', 'other', 'a[b]', '__proto__'),
  fc.oneof(fc.constantFrom(...Object.values(answer)), noise.map(encodeURIComponentSafe), noise),
)
const mutatedAnswer = fc
  .subarray(Object.entries(answer), { minLength: 3 })
  .chain((kept) => fc.tuple(fc.constant(kept), fc.array(pair, { maxLength: 1 })))
  .map(
    ([kept, added]) =>
      `${redirectUri}#${new URLSearchParams(kept)}${added.map((one) => `&${one.join('=')}`).join('')}`,
  )
const scrambled = fc
  .tuple(fc.array(pair), fc.array(pair), noise)
  .map(
    ([query, hash, tail]) =>
      `${redirectUri}?${query.map((one) => one.join('=')).join('&')}#${hash.map((one) => one.join('=')).join('&')}${tail}`,
  )

function encodeURIComponentSafe(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

test('P callback URL: only typed errors; success means the live state and one copy of each parameter', () => {
  let successes = 0
  fc.assert(
    fc.property(fc.oneof(mutatedAnswer, scrambled), (href) => {
      const { response } = splitResponseUrl(href, redirectUri)
      if (!response) return
      try {
        const grant = read(response)
        successes += 1
        const names = [...response.parameters.keys()]
        expect(new Set(names).size).toBe(names.length)
        expect(response.parameters.get('state')).toBe(pending.state)
        expect(response.responseMode).toBe('fragment')
        expect(grant.accessToken).not.toBe('')
      } catch (error) {
        if (!(error instanceof SignInError)) throw error
        expect(error.message).not.toContain(answer.access_token)
      }
    }),
    runs,
  )
  expect(successes).toBeGreaterThan(0)
})

test('P cleaning twice changes nothing, and what is no answer stays byte for byte', () => {
  const plain = fc.stringMatching(/^[a-z%+.~:@!$'()*,;-]{0,12}$/)
  const ownPair = fc.tuple(fc.constantFrom('a', 'page', 'q', 'x%20y', 'empty'), plain)
  fc.assert(
    fc.property(fc.array(ownPair), fc.array(ownPair), fc.boolean(), (query, hash, tokenLast) => {
      const own = hash.map((one) => one.join('='))
      const theirs = [...new URLSearchParams(answer).toString().split('&')]
      const mixed = tokenLast ? [...own, ...theirs] : [...theirs, ...own]
      const search = query.map((one) => one.join('=')).join('&')
      const start = redirectUri + (search && `?${search}`)
      const { cleanUrl } = splitResponseUrl(`${start}#${mixed.join('&')}`, redirectUri)
      expect(cleanUrl).toBe(start + (own.length > 0 ? `#${own.join('&')}` : ''))
      expect(splitResponseUrl(cleanUrl, redirectUri)).toEqual({ cleanUrl })
    }),
    runs,
  )
})
