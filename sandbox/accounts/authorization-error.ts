/** The reason an authorization request ends without a token, as one of LiveChat's exceptions (docs/protocol.md 7). */
export class AuthorizationError extends Error {
  override name = 'Refusal'
  readonly parameters: Record<string, string>

  constructor(
    exception: { oauth_exception: string } | { identity_exception: string },
    more: { exception_details?: string; entity_id?: string } = {},
  ) {
    super(Object.values(exception).join())
    this.parameters = { ...exception, ...more }
  }
}

export function oauthError(exception: string, details?: string): AuthorizationError {
  return new AuthorizationError(
    { oauth_exception: exception },
    details ? { exception_details: details } : {},
  )
}

export function identityError(exception: string, entityId?: string): AuthorizationError {
  return new AuthorizationError(
    { identity_exception: exception },
    entityId ? { entity_id: entityId } : {},
  )
}
