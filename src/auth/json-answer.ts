import { SignInError } from './sign-in-error.ts'

/**
 * Reads an answer of the accounts server that must be a JSON object.
 *
 * @throws {SignInError} `invalid_response`. Never quotes what came: a token may be in it.
 */
export async function readJsonObject(response: Response): Promise<Record<string, unknown>> {
  const type = response.headers.get('content-type') ?? ''
  if (!/^application\/(.+\+)?json\b/i.test(type)) throw new SignInError('invalid_response')
  const body: unknown = await response.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new SignInError('invalid_response')
  }
  return { ...body }
}
