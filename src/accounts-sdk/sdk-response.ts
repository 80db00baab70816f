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
  /** Whose token it is, as `/v2/info` says; empty when it does not respond. */
  account_id: string
  organization_id: string
  client_id: string
}

/** The response to `response_type: 'code'`. Exchange the code with the verifier that `verify()` returns. */
export interface CodeFlowResponse {
  type: 'code'
  code: string
  state: string
  /** Scopes separated by commas; empty when LiveChat does not say. */
  scope: string
  /** Whose code it is; empty by redirect, where only the exchange says. */
  account_id: string
  organization_id: string
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
  if (transaction.grantType === 'code') {
    const given = (name: string) => proved.parameters.get(name) ?? ''
    return {
      code: readCode(proved),
      state,
      scope: given('scope'),
      account_id: given('account_id'),
      organization_id: given('organization_id'),
      client_id: clientId,
      type: 'code',
    }
  }
  const { accessToken, expiresIn, scopes, accountId, organizationId } = await fillFromTokenInfo(
    readImplicitGrant(proved),
    settings,
    new AbortController().signal,
  )
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: expiresIn ?? documentedLifetime,
    scope: scopes?.join(',') ?? '',
    state,
    account_id: accountId ?? '',
    organization_id: organizationId ?? '',
    client_id: clientId,
    type: 'token',
  }
}
