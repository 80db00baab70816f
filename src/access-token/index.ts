export { type AccessTokenSource, withFreshToken } from './with-fresh-token.ts'
