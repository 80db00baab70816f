import { sha256 } from '@noble/hashes/sha2.js'

/** 64 of the 66 unreserved characters, so that six random bits choose evenly. @see RFC 7636 §4.1 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Creates random text of unreserved characters.
 *
 * @param length Characters, each with six bits of randomness.
 */
export function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (byte) => alphabet[byte & 63]).join('')
}

/**
 * Returns a code verifier if it is a valid one.
 *
 * @throws {RangeError} When it is not 43 to 128 unreserved characters.
 * @see RFC 7636 §4.1
 */
export function checkVerifier(verifier: string): string {
  if (/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return verifier
  throw new RangeError('A code verifier must be 43 to 128 characters of A-Z a-z 0-9 - . _ ~')
}

/**
 * Computes the S256 challenge of a verifier. Synchronous, unlike the platform's own SHA-256, because `authorizeURL`
 * returns a URL and not a promise.
 *
 * @see RFC 7636 §4.2
 */
export function challengeOf(verifier: string): string {
  const hash = sha256(new TextEncoder().encode(verifier))
  return btoa(String.fromCharCode(...hash))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
}
