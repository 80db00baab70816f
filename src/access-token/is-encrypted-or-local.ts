/**
 * Whether a token may be sent to this URL: over TLS, or without it to this machine.
 *
 * @see W3C Secure Contexts, "Is origin potentially trustworthy?"
 */
export function isEncryptedOrLocal({ protocol, hostname }: URL): boolean {
  const isLocal = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
  return protocol === 'https:' || (protocol === 'http:' && isLocal)
}
