import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { challengeOf, checkVerifier, randomText } from './code-challenge.ts'

test('the verifier of RFC 7636, appendix B, has the challenge given there', () => {
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  )
})

test('every challenge is the one Node’s SHA-256 gives', () => {
  return checkProperty(
    fc.property(fc.integer({ min: 43, max: 128 }), (length) => {
      const verifier = checkVerifier(randomText(length))
      expect(verifier).toHaveLength(length)
      expect(challengeOf(verifier)).toBe(createHash('sha256').update(verifier).digest('base64url'))
    }),
  )
})

test.each(['x'.repeat(42), 'x'.repeat(129), `${'x'.repeat(50)} `, 'ü'.repeat(50)])(
  'the verifier %j is rejected before it is sent',
  (verifier) => {
    expect(() => checkVerifier(verifier)).toThrow(RangeError)
  },
)
