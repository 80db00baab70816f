import type { Flow, GrantType } from '../sign-in-options.ts'
import { readItem, writeItem } from './local-storage.ts'

/** Who was signed in in this browser and did not sign out. Not a secret: it gives no access. */
export interface SignInHint {
  /** How they signed in. */
  flow: Flow
  grantType: GrantType
  /** Whose account it was, for `expectedAccountId`. Without it there is no e-mail or name: nobody is greeted who cannot be checked. */
  accountId?: string
  /** This and the name, if `rememberAs` was told them. */
  email?: string
  name?: string
}

/** Whose session it is, as far as a page knows. */
export type Person = Pick<SignInHint, 'accountId' | 'email' | 'name'>

/** Remembers how the agent signed in, and who they are once that is known, for one click after a reload. */
export function rememberHint(clientId: string, hint: SignInHint): void {
  writeItem(key(clientId), JSON.stringify(hint))
}

/** Reads the hint of the last sign-in in this browser, if the agent did not sign out since. */
export function readHint(clientId: string): SignInHint | undefined {
  try {
    return toHint(JSON.parse(readItem(key(clientId)) ?? 'null'))
  } catch {
    return undefined
  }
}

/** Forgets the hint, as a sign-out must. */
export function forgetHint(clientId: string): void {
  writeItem(key(clientId), null)
}

/** Anybody may have written there, so only what a hint can be is taken. */
function toHint(value: unknown): SignInHint | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { flow, grantType, accountId, email, name } = value as Record<string, unknown>
  return {
    flow: flow === 'redirect' ? 'redirect' : 'popup',
    grantType: grantType === 'code' ? 'code' : 'implicit',
    ...(isShort(accountId) && {
      accountId,
      ...(isShort(email) && { email }),
      ...(isShort(name) && { name }),
    }),
  }
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 200
}

const key = (clientId: string) => `sign-in-with-livechat:hint:${clientId}`
