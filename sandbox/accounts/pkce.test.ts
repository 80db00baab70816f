import { expect, test } from 'vitest'
import { verifierMatches } from './pkce.ts'

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const legacy =
  'MzMyNjAzMDMwLDQzNzk2NzA4NCw3OTAwMTYyNjgsMTI4NTA0MTY3MiwxOTkwNzUyNDI5LDE4NDQ1MjgyMTQsMTg2MDI3NDUwNiwtODgxNzg4NDc3'
const strict = { acceptLegacy: false }

test('the example of RFC 7636 appendix B matches (A27)', () => {
  expect(verifierMatches(verifier, { value: challenge, method: 'S256' }, strict)).toBe(true)
})

test('a plain challenge is the verifier itself', () => {
  expect(verifierMatches(verifier, { value: verifier, method: 'plain' }, strict)).toBe(true)
  expect(verifierMatches(verifier, { value: challenge, method: 'plain' }, strict)).toBe(false)
  expect(verifierMatches(verifier, { value: verifier, method: 'S256' }, strict)).toBe(false)
})

test('the malformed challenge of @livechat/accounts-sdk 2.1 matches only with the compatibility switch on', () => {
  const malformed = { value: legacy, method: 'S256' } as const
  expect(verifierMatches(verifier, malformed, strict)).toBe(false)
  expect(verifierMatches(verifier, malformed, { acceptLegacy: true })).toBe(true)
  expect(verifierMatches(`${verifier}x`, malformed, { acceptLegacy: true })).toBe(false)
})

test.each(['', 'a'.repeat(42), 'a'.repeat(129), `${'a'.repeat(43)}+`])(
  'a verifier of the wrong length or alphabet never matches: %j',
  (bad) => {
    expect(verifierMatches(bad, { value: bad, method: 'plain' }, strict)).toBe(false)
  },
)
