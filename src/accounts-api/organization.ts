import { SignInError } from '../auth/index.ts'
import { readText } from './json-fields.ts'

/** The organization a session is for. */
export interface Organization {
  organizationId: string
  /** The id when the organization has no name. */
  name: string
}

/**
 * Reads an organization.
 *
 * @throws {SignInError} `invalid_response` when it has no id.
 */
export function readOrganization({ organization_id, name }: Record<string, unknown>): Organization {
  if (typeof organization_id !== 'string') throw new SignInError('invalid_response')
  return { organizationId: organization_id, name: readText(name) ?? organization_id }
}
