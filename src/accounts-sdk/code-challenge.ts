import { sha256 } from '@noble/hashes/sha2.js'

/** The 64 of the 66 unreserved characters that six random bits choose evenly. @see RFC 7636 §4.1 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (byte) => alphabet[byte & 63]).join('')
}

/** @throws {RangeError} When the verifier is not 43 to 128 unreserved characters. */
export function checkVerifier(verifier: string): string {
  if (/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return verifier
  throw new RangeError('A code verifier has 43 to 128 characters of A-Z a-z 0-9 - . _ ~')
}

/**
 * The S256 challenge of a verifier, at once: this door promises a URL without waiting, and the platform's own
 * SHA-256 is asynchronous.
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
