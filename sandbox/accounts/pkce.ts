import { createHash } from 'node:crypto'
import type { AuthorizationCode } from '../world/world.ts'

/** Whether a verifier is the one its challenge was made from. @see RFC 7636 §4.6 */
export function verifierMatches(
  verifier: string,
  challenge: NonNullable<AuthorizationCode['challenge']>,
  options: { acceptLegacy: boolean },
): boolean {
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false
  if (challenge.method === 'plain') return verifier === challenge.value
  const hash = createHash('sha256').update(verifier, 'ascii').digest()
  return (
    hash.toString('base64url') === challenge.value ||
    (options.acceptLegacy && legacyChallenge(hash) === challenge.value)
  )
}

/** `@livechat/accounts-sdk` 2.1 encodes the text of the hash's eight signed words instead of its 32 bytes. */
function legacyChallenge(hash: Buffer): string {
  const words = Array.from({ length: 8 }, (_, index) => hash.readInt32BE(index * 4))
  return Buffer.from(words.join(',')).toString('base64url')
}
