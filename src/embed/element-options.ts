import type { GrantType, SignInOptions, SignInParams } from '../auth/index.ts'

/** The attributes that configure the client; changing one makes another client. */
export const clientAttributes = [
  'client-id',
  'accounts-url',
  'redirect-uri',
  'path',
  'redirect-grant-type',
  'popup-timeout',
  'expiring-ahead',
  'request-timeout',
] as const

/** The attributes with the parameters of the next sign-in. */
export const signInAttributes = [
  'flow',
  'grant-type',
  'scopes',
  'organization-id',
  'expected-account-id',
  'email-hint',
  'prompt',
  'sign-in-page',
  'return-to',
] as const

type ReadAttribute = (name: string) => string | null

/** Reads the options of the client from the attributes. */
export function readClientOptions(read: ReadAttribute): SignInOptions {
  const text = (name: (typeof clientAttributes)[number]) => read(name) || undefined
  const number = (name: (typeof clientAttributes)[number]) => {
    const value = text(name)
    return value === undefined ? undefined : Number(value)
  }
  return withoutUndefined<SignInOptions>({
    clientId: text('client-id') ?? '',
    accountsUrl: text('accounts-url'),
    redirectUri: text('redirect-uri'),
    path: text('path'),
    redirectGrantType: oneOf(text('redirect-grant-type'), grantTypes),
    popupTimeout: number('popup-timeout'),
    expiringAhead: number('expiring-ahead'),
    requestTimeout: number('request-timeout'),
  })
}

/** Reads the parameters of a sign-in from the attributes; an unknown value counts as absent. */
export function readSignInParams(read: ReadAttribute): SignInParams {
  const text = (name: (typeof signInAttributes)[number]) => read(name) || undefined
  const scopes = text('scopes')?.split(/[\s,]/).filter(Boolean)
  return withoutUndefined<SignInParams>({
    flow: oneOf(text('flow'), ['popup', 'redirect']),
    grantType: oneOf(text('grant-type'), grantTypes),
    scopes,
    organizationId: text('organization-id'),
    expectedAccountId: text('expected-account-id'),
    emailHint: text('email-hint'),
    prompt: oneOf(text('prompt'), ['consent']),
    signInPage: oneOf(text('sign-in-page'), ['always', 'when-needed', 'after-sign-out']),
    returnTo: text('return-to'),
  })
}

const grantTypes: readonly GrantType[] = ['implicit', 'code']

function oneOf<T extends string>(value: string | undefined, values: readonly T[]): T | undefined {
  return values.find((one) => one === value)
}

type MaybeUndefined<T> = { [K in keyof T]: T[K] | undefined }

function withoutUndefined<T extends object>(options: MaybeUndefined<T>): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T
}
