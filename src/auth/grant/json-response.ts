import { SignInError } from '../sign-in-error.ts'

/**
 * Reads an answer of the accounts server that must be a JSON object.
 *
 * @throws {SignInError} `invalid_response`. Never quotes what came: a token may be in it.
 */
export async function readJsonObject(response: Response): Promise<Record<string, unknown>> {
  const body = await readJson(response)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new SignInError('invalid_response')
  }
  return { ...body }
}

/** The same for a JSON array. */
export async function readJsonArray(response: Response): Promise<unknown[]> {
  const body = await readJson(response)
  if (!Array.isArray(body)) throw new SignInError('invalid_response')
  return body
}

async function readJson(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (!/^application\/(.+\+)?json\b/i.test(type)) throw new SignInError('invalid_response')
  return response.json().catch(() => {
    throw new SignInError('invalid_response')
  })
}
