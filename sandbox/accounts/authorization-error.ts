/** Why an authorization request ends without a token (section 7 of the protocol notes). */
export class Refusal extends Error {
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

export function oauthRefusal(exception: string, details?: string): Refusal {
  return new Refusal({ oauth_exception: exception }, details ? { exception_details: details } : {})
}

export function identityRefusal(exception: string, entityId?: string): Refusal {
  return new Refusal({ identity_exception: exception }, entityId ? { entity_id: entityId } : {})
}
