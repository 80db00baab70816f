import type { SignInSettings } from '../auth/index.ts'
import {
  documentedLifetime,
  fillFromTokenInfo,
  type RawResponse,
  readCode,
  readImplicitGrant,
  validateResponse,
} from '../auth/internal.ts'
import type { AuthError } from './auth-error.ts'
import type { Transaction } from './authorize-url.ts'

/** The response to `response_type: 'token'`. */
export interface TokenFlowResponse {
  /** Distinguishes the two kinds of response. */
  type: 'token'
  access_token: string
  token_type: string
  /** Lifetime of the token in seconds. */
  expires_in: number
  /** Scopes separated by commas; empty when LiveChat does not say. */
  scope: string
  state: string
  /** Whose token it is, when LiveChat says. */
  account_id?: string
  organization_id?: string
  client_id: string
}

/** The response to `response_type: 'code'`. Exchange the code with the verifier that `verify()` returns. */
export interface CodeFlowResponse {
  type: 'code'
  code: string
  state: string
  scope?: string
  /** Whose code it is, when LiveChat says. */
  account_id?: string
  organization_id?: string
  client_id: string
}

/** The response to an authorization request. */
export type AuthorizeResponse = TokenFlowResponse | CodeFlowResponse

/** A callback for responses; `error` is the word `timeout` when a frame got none. */
export type ListenerCallback = (
  error: AuthError | string | null,
  data: AuthorizeResponse | null,
) => void

/**
 * Validates a response and reads it.
 *
 * @throws {SignInError} When the response does not belong to this transaction, or is a refusal.
 */
export async function readAuthorizeResponse(
  response: RawResponse,
  transaction: Transaction,
  settings: SignInSettings,
): Promise<AuthorizeResponse> {
  const proved = validateResponse(response, transaction, Date.now())
  const { state, clientId } = transaction
  const owner = {
    ...pick(proved.parameters, ['account_id', 'organization_id']),
    client_id: clientId,
  }
  if (transaction.grantType === 'code') {
    return {
      code: readCode(proved),
      state,
      ...pick(proved.parameters, ['scope']),
      ...owner,
      type: 'code',
    }
  }
  const grant = readImplicitGrant(proved)
  const { accessToken, expiresIn, scopes, accountId, organizationId } =
    grant.expiresIn !== undefined && grant.scopes
      ? grant
      : await fillFromTokenInfo(grant, settings, new AbortController().signal)
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: expiresIn ?? documentedLifetime,
    scope: scopes?.join(',') ?? '',
    state,
    ...owner,
    ...(accountId && { account_id: accountId }),
    ...(organizationId && { organization_id: organizationId }),
    type: 'token',
  }
}

function pick(parameters: URLSearchParams, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = parameters.get(name)
      return value ? [[name, value]] : []
    }),
  )
}
