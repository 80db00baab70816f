import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import { SignInError } from '../sign-in-error.ts'
import { createState, type PendingSignIn } from './authorization-request.ts'
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
const runs = 3000

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

test('reads whose token it is, where the response says so', () => {
  expect(read(fragment({ ...answer, account_id: 'ada', organization_id: 'org' }))).toMatchObject({
    accountId: 'ada',
    organizationId: 'org',
  })
  expect(read(fragment({ ...answer, account_id: '' })).accountId).toBeUndefined()
})

test('a message may leave the token type out, and answers either grant', () => {
  const by = (fields: Record<string, string>): RawResponse => ({
    parameters: new URLSearchParams({ ...fields, state: pending.state }),
    responseMode: 'message',
  })
  const message = by({ access_token: 'dal:secret' })
  expect(read(message).accessToken).toBe('dal:secret')
  expect([...message.parameters.keys()]).toEqual(['access_token', 'state'])
  expect(() => read(by({ access_token: 'dal:secret', token_type: 'mac' }))).toThrow(
    refusedWith('malformed_response'),
  )
  const code = validateResponse(by({ code: 'c' }), { ...pending, grantType: 'code' }, now)
  expect(readCode(code)).toBe('c')
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
])('rejects a forged fragment with %s state (A1)', (_what, forged) => {
  expect(() => read(fragment(forged))).toThrow(refusedWith('state_mismatch'))
})

test('compares the state before anything else, so that a forged error is not shown as the server’s (A1)', () => {
  expect(() => read(fragment({ error: 'access_denied', state: 'forged' }))).toThrow(
    refusedWith('state_mismatch'),
  )
})

test('rejects a response to a request of long ago, or of the future (A4)', () => {
  expect(() => read(fragment(answer), { createdAt: now - pendingLifetime - 1 })).toThrow(
    refusedWith('state_expired'),
  )
  expect(() => read(fragment(answer), { createdAt: now + pendingLifetime + 1 })).toThrow(
    refusedWith('state_expired'),
  )
  const last = { createdAt: now - pendingLifetime }
  expect(read(fragment(answer), last).accessToken).toBe('dal:secret')
})

test('rejects a code in response to a token request (A6)', () => {
  expect(() => read(fragment({ code: 'c', state: pending.state }))).toThrow(
    refusedWith('malformed_response'),
  )
  expect(() => read(fragment({ ...answer, code: 'c' }))).toThrow(refusedWith('malformed_response'))
})

test('reads a code from the query, and rejects a token in its place (A6)', () => {
  const readBy = (href: string) => {
    const { response } = splitResponseUrl(href, redirectUri, (state) => state === pending.state)
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

test('rejects a token in the query (A7)', () => {
  const { response } = splitResponseUrl(
    `${redirectUri}?${new URLSearchParams(answer)}`,
    redirectUri,
  )
  expect(() => response && read(response)).toThrow(refusedWith('malformed_response'))
})

test('rejects a fragment and a query that both respond (A8)', () => {
  const { response } = splitResponseUrl(
    `${redirectUri}?code=c#${new URLSearchParams(answer)}`,
    redirectUri,
  )
  expect(response?.responseMode).toBe('mixed')
  expect(() => response && read(response)).toThrow(refusedWith('malformed_response'))
})

test.each(Object.keys(answer))('rejects %s given twice (A9)', (name) => {
  expect(() => read(fragment(answer, `&${name}=again`))).toThrow(SignInError)
})

test('a second state is a wrong one', () => {
  expect(() => read(fragment(answer, '&state=forged'))).toThrow(refusedWith('state_mismatch'))
})

test('a page for responses alone is one with or without a slash at its end', () => {
  const href = 'http://localhost:3000/a/b/?code=c'
  for (const page of ['http://localhost:3000/a/b', 'http://localhost:3000/a/b/']) {
    expect(splitResponseUrl(href, page).cleanUrl).toBe('http://localhost:3000/a/b/')
  }
  for (const other of ['http://localhost:3000/ab', 'http://localhost:3000/a']) {
    expect(splitResponseUrl(href, other)).toEqual({ cleanUrl: href })
  }
})

test('only the parameters of a response are in it', () => {
  const { response } = splitResponseUrl(`${redirectUri}?page=2&code=c&state[a][b]=s`, redirectUri)
  expect([...(response?.parameters ?? [])]).toEqual([
    ['code', 'c'],
    ['state[a][b]', 's'],
  ])
})

test('an error wins over a token beside it (A10)', () => {
  expect(() => read(fragment({ ...answer, error: 'access_denied' }))).toThrow(
    refusedWith('access_denied'),
  )
})

test.each(['mac', ''])('rejects the token type "%s" in a redirect (A12)', (token_type) => {
  expect(() => read(fragment({ ...answer, token_type }))).toThrow(refusedWith('malformed_response'))
})

test('rejects a redirect without token type, accepts Bearer in any case (A12)', () => {
  expect(() => read(fragment(without('token_type')))).toThrow(refusedWith('malformed_response'))
  expect(read(fragment({ ...answer, token_type: 'bEARER' })).accessToken).toBe('dal:secret')
})

test('rejects a response that names another issuer (A13)', () => {
  expect(() => read(fragment({ ...answer, iss: 'https://evil.example' }))).toThrow(
    refusedWith('malformed_response'),
  )
  expect(read(fragment({ ...answer, iss: pending.accountsUrl })).accessToken).toBe('dal:secret')
})

test('tells the scopes that were granted, be they more or fewer than requested (A14)', () => {
  for (const scopes of [['customers:ro'], ['customers:ro', 'chats--access:rw', 'agents--my:rw']]) {
    expect(read(fragment(answer), { scopes }).scopes).toEqual(['chats--access:rw', 'customers:ro'])
  }
})

test('removes a token hidden behind brackets from the URL, and rejects it (A11)', () => {
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
])('keeps the server’s own error of %j', (refusal, code, remedy) => {
  try {
    read(fragment({ ...refusal, state: pending.state }))
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ code })
    expect((error as SignInError).message).toContain(remedy)
  }
})

test('an unknown error code of the server is kept, cut to a safe form', () => {
  const oauth_exception = `new_rule\u202e<script>${'x'.repeat(100_000)}`
  try {
    read(fragment({ oauth_exception, state: pending.state }))
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ code: 'unknown_error' })
    expect((error as SignInError).details).toMatch(/^new_rulescriptx{1,30}$/)
  }
})

const ownParameters = [
  '?state=CA',
  '?code=SUMMER10',
  '?scope=x',
  '?error=404',
  '?client_id=77',
  '?iss=1&expires_in=soon&token_type=bus',
  '?code=4%2F0A&state=another-provider&scope=email',
  '#access_token=another-provider&token_type=Bearer&state=theirs',
  '#id_token=eyJ&state=theirs',
  '?error=access_denied&state=theirs',
  '?state=siwl_short&code=x',
]

test.each(ownParameters)('a page that only signs in keeps its own %s (A49)', (own) => {
  const href = `http://localhost:3000/shop${own}`
  for (const responsePage of [undefined, redirectUri]) {
    expect(splitResponseUrl(href, responsePage)).toEqual({ cleanUrl: href })
  }
})

test('a page for responses alone keeps a parameter that is no response (A49)', () => {
  for (const own of ['?state=CA', '?scope=x&client_id=77']) {
    expect(splitResponseUrl(redirectUri + own, redirectUri)).toEqual({
      cleanUrl: redirectUri + own,
    })
  }
})

test.each([
  ['awaited', 'the-live-state'],
  ['of our form', createState()],
  ['of our form, after an id of the library', `0f3a;${createState()}`],
])('on any page a response with a state %s is removed from the URL (A1, A2)', (_what, state) => {
  const isAwaited = (one: string) => one === 'the-live-state'
  for (const response of [`?code=secret&state=${state}`, `#access_token=secret&state=${state}`]) {
    const href = `http://localhost:3000/shop?a=1${response.replace('?', '&')}`
    const split = splitResponseUrl(href, undefined, isAwaited)
    expect(split.cleanUrl).toBe('http://localhost:3000/shop?a=1')
    expect(split.response?.parameters.get('state')).toBe(state)
  }
})

test('whatever a page’s own URL is, nothing of it is touched without a state of ours (A49)', () => {
  return checkProperty(
    fc.property(fc.oneof(mutatedAnswer, scrambled), (href) => {
      expect(splitResponseUrl(href, undefined)).toEqual({ cleanUrl: href })
    }),
    runs,
  )
})

test.each([
  '#Access_Token=secret&state=x',
  '#%20access_token=secret',
  '#a#access_token=secret',
  '#/callback?access_token=secret',
  '#state=x;access_token=secret',
  '#\u0000access_token=secret',
  '#%00access_token=secret',
  '#a=1&acc%2565ss_token=secret',
  '#access\u200b_token=secret',
  '#ID_TOKEN=secret',
  '?Access_Token=secret',
  '?a;refresh_token=secret',
])('on a page for responses alone the token of %j does not stay in the URL (A50)', (odd) => {
  const { response, cleanUrl } = splitResponseUrl(redirectUri + odd, redirectUri)
  expect(cleanUrl).toBe(redirectUri)
  expect(() => response && read(response)).toThrow(refusedWith('state_mismatch'))
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

test('whatever the callback URL is, errors are typed, and success means the live state and one copy of each parameter', async () => {
  let successes = 0
  await checkProperty(
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

test('cleaning the URL twice changes nothing, and the rest stays byte for byte', () => {
  const plain = fc.stringMatching(/^[a-z%+.~:@!$'()*,;-]{0,12}$/)
  const ownPair = fc.tuple(fc.constantFrom('a', 'page', 'q', 'x%20y', 'empty'), plain)
  return checkProperty(
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
