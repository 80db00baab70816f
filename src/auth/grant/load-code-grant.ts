import { loadModule } from '../load-module.ts'
import { SignInError } from '../sign-in-error.ts'

/**
 * Loads the code grant: pages that do not use it never load its library.
 *
 * @throws {SignInError} `network`
 */
export async function loadCodeGrant() {
  try {
    return await loadModule(() => import('./code-grant.ts'), import.meta.url)
  } catch (cause) {
    throw new SignInError('network', { cause })
  }
}
