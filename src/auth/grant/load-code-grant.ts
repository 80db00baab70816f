import { SignInError } from '../sign-in-error.ts'

/**
 * Loads the code grant: pages that do not use it never load its library.
 *
 * @throws {SignInError} `network`
 */
export async function loadCodeGrant() {
  try {
    return await import('./code-grant.ts')
  } catch (cause) {
    throw new SignInError('network', { cause })
  }
}
