import type { AccountsSession, World } from '../world/world.ts'
import type { AuthorizationRequest, Consent } from './authorize-checks.ts'
import type { ResponseFields } from './response-modes.ts'
import { issueAccessToken, issueCode, lifetimeOf, type TokenOwner } from './token-store.ts'

/** Issues the token or code for a request that the agent allowed. */
export function issueResponse(
  world: World,
  { request, account, membership, scopes }: Consent,
  session: AccountsSession,
): ResponseFields {
  const { client } = request
  const owner = {
    clientId: client.clientId,
    accountId: account.accountId,
    organizationId: membership.organizationId,
    scopes: [...scopes],
    sessionId: session.sessionId,
  }
  session.clientIds.add(client.clientId)
  return request.responseType === 'code'
    ? codeFields(world, request, owner)
    : tokenFields(world, request, owner)
}

function tokenFields(
  world: World,
  request: AuthorizationRequest,
  owner: TokenOwner,
): ResponseFields {
  const { token } = issueAccessToken(world, owner)
  const lifetime = lifetimeOf(world, owner.clientId)
  const { completePopupAnswer } = world.behaviour
  return {
    redirect: {
      access_token: token,
      expires_in: String(lifetime),
      scope: owner.scopes.join(','),
      ...redirectState(world, request),
      token_type: 'Bearer',
    },
    message: {
      access_token: token,
      ...messageState(request),
      ...(completePopupAnswer
        ? { token_type: 'Bearer', expires_in: lifetime, scopes: owner.scopes, ...ids(owner) }
        : { token_type: null, expires_in: null, scopes: null }),
    },
  }
}

function codeFields(
  world: World,
  request: AuthorizationRequest,
  owner: TokenOwner,
): ResponseFields {
  const { redirectUri, challenge } = request
  const { code } = issueCode(world, { ...owner, redirectUri, ...(challenge && { challenge }) })
  const { completePopupAnswer } = world.behaviour
  return {
    redirect: { code, ...redirectState(world, request) },
    message: {
      code,
      ...messageState(request),
      ...(completePopupAnswer
        ? { expires_in: lifetimeOf(world, owner.clientId), scopes: owner.scopes }
        : { expires_in: null, scopes: null }),
      ...ids(owner),
    },
  }
}

function ids({ accountId, organizationId, clientId }: TokenOwner) {
  return { account_id: accountId, organization_id: organizationId, client_id: clientId }
}

function redirectState({ behaviour }: World, { state }: AuthorizationRequest) {
  if (state !== undefined) return { state }
  return behaviour.echoEmptyState ? { state: '' } : undefined
}

/** The state of a message; an empty one makes the official client lose what it stored, so it is left out. */
function messageState({ state }: AuthorizationRequest) {
  return state ? { state } : undefined
}
