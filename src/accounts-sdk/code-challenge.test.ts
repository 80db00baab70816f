import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { challengeOf, checkVerifier, randomText } from './code-challenge.ts'

test('the challenge of the verifier of RFC 7636 is the one of its appendix B', () => {
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  )
})

test('every challenge is what another SHA-256 makes of the verifier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 43, max: 128 }), (length) => {
      const verifier = checkVerifier(randomText(length))
      expect(verifier).toHaveLength(length)
      expect(challengeOf(verifier)).toBe(createHash('sha256').update(verifier).digest('base64url'))
    }),
  )
})

test.each(['x'.repeat(42), 'x'.repeat(129), `${'x'.repeat(50)} `, 'ü'.repeat(50)])(
  'the verifier %j is refused before it is sent',
  (verifier) => {
    expect(() => checkVerifier(verifier)).toThrow(RangeError)
  },
)
