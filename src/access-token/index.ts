export { isEncryptedOrLocal, requireEncryption } from './is-encrypted-or-local.ts'
export { type AccessTokenSource, withFreshToken } from './with-fresh-token.ts'
