import { EncryptJWT, errors, jwtDecrypt } from 'jose'

/** Encrypts values so that whoever keeps them can neither read nor change them. */
export interface Seal<Value> {
  /** @param expiresAt Milliseconds since 1970; nobody opens it afterwards. */
  seal(value: Value, expiresAt: number): Promise<string>
  /** Undefined: not sealed with one of the secrets for this purpose, changed, or expired. */
  open(sealed: string): Promise<Value | undefined>
}

const encryption = 'A256GCM'

/**
 * Creates a seal: JSON Web Encryption with a key of its own for each purpose, so that a value sealed for one is none for
 * another.
 *
 * @param secrets Texts that only this server knows: the first one seals, all of them open.
 * @param purpose What is sealed.
 * @see RFC 7516 (JWE), RFC 5869 (HKDF)
 */
export function createSeal<Value>(secrets: readonly string[], purpose: string): Seal<Value> {
  let deriving: Promise<Uint8Array[]> | undefined
  const keys = () => {
    deriving ??= Promise.all(secrets.map((secret) => deriveKey(secret, purpose)))
    return deriving
  }

  return {
    async seal(value, expiresAt) {
      const [key] = await keys()
      if (!key) throw new TypeError('There is no secret to seal with.')
      return new EncryptJWT({ value })
        .setProtectedHeader({ alg: 'dir', enc: encryption })
        .setExpirationTime(new Date(expiresAt))
        .encrypt(key)
    },
    async open(sealed) {
      for (const key of await keys()) {
        try {
          const { payload } = await jwtDecrypt<{ value: Value }>(sealed, key, {
            keyManagementAlgorithms: ['dir'],
            contentEncryptionAlgorithms: [encryption],
            requiredClaims: ['exp'],
          })
          return payload.value
        } catch (thrown) {
          if (!(thrown instanceof errors.JOSEError)) throw thrown
        }
      }
      return undefined
    },
  }
}

async function deriveKey(secret: string, purpose: string): Promise<Uint8Array> {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const material = await crypto.subtle.importKey('raw', bytes(secret), 'HKDF', false, [
    'deriveBits',
  ])
  const info = bytes(`sign-in-with-livechat ${purpose}`)
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 256))
}
