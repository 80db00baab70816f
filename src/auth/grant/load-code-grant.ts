import { SignInError } from '../sign-in-error.ts'

/** Its own file to the bundler, so that pages without the code grant never load it. */
export async function loadCodeGrant() {
  try {
    return await import('./code-grant.ts')
  } catch (cause) {
    throw new SignInError('network', { cause })
  }
}
