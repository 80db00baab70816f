import type { GrantType, SignInNow, SignInOptions } from '../auth/index.ts'

/** Attributes that make the client; changing one makes another client. */
export const clientAttributes = [
  'client-id',
  'accounts-url',
  'redirect-uri',
  'path',
  'redirect-grant',
  'popup-timeout',
  'expiring-ahead',
  'request-timeout',
] as const

/** Attributes of the next sign-in. */
export const requestAttributes = [
  'flow',
  'grant',
  'scopes',
  'organization-id',
  'email-hint',
  'prompt',
  'sign-in-page',
  'return-to',
] as const

type Read = (name: string) => string | null

/** Options of the client as the attributes say them. */
export function readClientOptions(read: Read): SignInOptions {
  const text = (name: (typeof clientAttributes)[number]) => read(name) || undefined
  const number = (name: (typeof clientAttributes)[number]) => {
    const value = text(name)
    return value === undefined ? undefined : Number(value)
  }
  return said<SignInOptions>({
    clientId: text('client-id') ?? '',
    accountsUrl: text('accounts-url'),
    redirectUri: text('redirect-uri'),
    path: text('path'),
    redirectGrant: oneOf(text('redirect-grant'), grants),
    popupTimeout: number('popup-timeout'),
    expiringAhead: number('expiring-ahead'),
    requestTimeout: number('request-timeout'),
  })
}

/** Wishes of one sign-in as the attributes say them; a word that is none of the offered counts as not said. */
export function readRequest(read: Read): SignInNow {
  const text = (name: (typeof requestAttributes)[number]) => read(name) || undefined
  const scopes = text('scopes')
    ?.split(/[\s,]+/)
    .filter(Boolean)
  return said<SignInNow>({
    flow: oneOf(text('flow'), ['popup', 'redirect']),
    grant: oneOf(text('grant'), grants),
    scopes,
    organizationId: text('organization-id'),
    emailHint: text('email-hint'),
    prompt: oneOf(text('prompt'), ['consent']),
    signInPage: oneOf(text('sign-in-page'), ['always', 'when-needed']),
    returnTo: text('return-to'),
  })
}

const grants: readonly GrantType[] = ['implicit', 'code']

function oneOf<T extends string>(value: string | undefined, words: readonly T[]): T | undefined {
  return words.find((word) => word === value)
}

type MaybeUndefined<T> = { [K in keyof T]: T[K] | undefined }

function said<T extends object>(options: MaybeUndefined<T>): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T
}
