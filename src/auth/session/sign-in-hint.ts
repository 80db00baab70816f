import type { Flow, GrantType } from '../sign-in-options.ts'

/** Somebody was signed in in this browser and did not sign out. No secret: it opens nothing. */
export interface SignInHint {
  /** How they signed in. */
  flow: Flow
  grantType: GrantType
  /** These two as far as `rememberAs` was told them. */
  email?: string
  name?: string
}

/** Remembers how the agent signed in, and who they are once that is known, for one click after a reload. */
export function rememberHint(clientId: string, hint: SignInHint): void {
  try {
    localStorage.setItem(key(clientId), JSON.stringify(hint))
  } catch {
    // Without storage the agent chooses again.
  }
}

export function readHint(clientId: string): SignInHint | undefined {
  try {
    return toHint(JSON.parse(localStorage.getItem(key(clientId)) ?? 'null'))
  } catch {
    return undefined
  }
}

export function forgetHint(clientId: string): void {
  try {
    localStorage.removeItem(key(clientId))
  } catch {
    // Nothing is kept where there is no storage.
  }
}

/** Anybody may have written there, so only what a hint can be is taken. */
function toHint(value: unknown): SignInHint | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { flow, grantType, email, name } = value as Record<string, unknown>
  return {
    flow: flow === 'redirect' ? 'redirect' : 'popup',
    grantType: grantType === 'code' ? 'code' : 'implicit',
    ...(isShort(email) && { email }),
    ...(isShort(name) && { name }),
  }
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 200
}

const key = (clientId: string) => `sign-in-with-livechat:hint:${clientId}`
