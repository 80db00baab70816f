import type { SignInRecord } from '../session/session.ts'
import { completeOptions } from '../sign-in-options.ts'

export const settings = completeOptions(
  { clientId: 'app', accountsUrl: 'https://accounts.example' },
  'https://app.example/',
)

/** A sign-in by code whose owner LiveChat has not named. */
export const record: SignInRecord = {
  id: 'sign-in',
  flow: 'popup',
  grantType: 'code',
  grant: { accessToken: 'dal:a', refreshToken: 'dal:r' },
  receivedAt: 0,
  lastSignOut: null,
}
