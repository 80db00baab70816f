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

/** Answer to `response_type: 'token'`. */
export interface TokenFlowResponse {
  /** Tells the two answers apart. */
  type: 'token'
  access_token: string
  token_type: string
  /** Seconds. */
  expires_in: number
  /** Separated by commas; empty when LiveChat did not say. */
  scope: string
  state: string
  /** Where LiveChat says whose token it is: in a pop-up's or frame's answer. */
  account_id?: string
  organization_id?: string
  client_id: string
}

/** Answer to `response_type: 'code'`; the code must be exchanged with the verifier `verify()` returns. */
export interface CodeFlowResponse {
  type: 'code'
  code: string
  state: string
  scope?: string
  /** Where LiveChat says whose code it is. */
  account_id?: string
  organization_id?: string
  client_id: string
}

export type AuthorizeResponse = TokenFlowResponse | CodeFlowResponse

/** For pages that pass answers on to a callback; `error` is the word `timeout` when a frame got none. */
export type ListenerCallback = (
  error: AuthError | string | null,
  data: AuthorizeResponse | null,
) => void

/** @throws {SignInError} When the answer is not one to this transaction, or refuses. */
export async function readAnswer(
  response: RawResponse,
  transaction: Transaction,
  settings: SignInSettings,
): Promise<AuthorizeResponse> {
  const proved = validateResponse(response, transaction, Date.now())
  const { state, clientId } = transaction
  const whose = {
    ...pick(proved.parameters, ['account_id', 'organization_id']),
    client_id: clientId,
  }
  if (transaction.grantType === 'code') {
    return {
      code: readCode(proved),
      state,
      ...pick(proved.parameters, ['scope']),
      ...whose,
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
    ...whose,
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
