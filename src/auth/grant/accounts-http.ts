import { anySignal } from '../../older-browsers/index.ts'
import { SignInError } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'

/** The parts of a request that its caller chooses. */
export interface AccountsRequest {
  method: 'GET' | 'POST' | 'DELETE'
  headers?: Readonly<Record<string, string>>
  body?: URLSearchParams
  /** Lets the request outlive the page. */
  keepalive?: boolean
  signal?: AbortSignal
}

/**
 * Sends a request to the accounts server: every token, code and refresh token goes through here.
 *
 * It sends no cookies, follows no redirect, leaves nothing in the cache or the referrer, and gives up after
 * `requestTimeout`.
 *
 * @throws {SignInError} `aborted` by the signal, else `network`.
 */
export async function accountsFetch(
  settings: SignInSettings,
  path: string,
  { headers, signal, ...request }: AccountsRequest,
): Promise<Response> {
  const timeout = AbortSignal.timeout(settings.requestTimeout)
  const send = settings.fetch ?? fetch
  try {
    return await send(new URL(path, settings.accountsUrl), {
      ...request,
      headers: { Accept: 'application/json', ...headers },
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: anySignal(signal, timeout),
    })
  } catch (cause) {
    throw new SignInError(signal?.aborted ? 'aborted' : 'network', { cause })
  }
}

/**
 * Asks whether the accounts server can be reached, before the agent is sent there: a page that leaves for a server it
 * cannot reach is lost. Any response will do, so the request carries nothing and the response is not read.
 *
 * @throws {SignInError} `network`
 */
export async function checkReachable(settings: SignInSettings): Promise<void> {
  try {
    await fetch(new URL(settings.endpoints.token, settings.accountsUrl), {
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(settings.requestTimeout),
    })
  } catch (cause) {
    throw new SignInError('network', { cause })
  }
}

/** The `Authorization` header for a token, as RFC 6750 §2.1 writes it. */
export function bearer(accessToken: string): string {
  return `Bearer ${accessToken}`
}

/**
 * Reads a response of the accounts server that must be a JSON object.
 *
 * @throws {SignInError} `invalid_response`. Never quotes the response: a token may be in it.
 */
export async function readJsonObject(response: Response): Promise<Record<string, unknown>> {
  const body = await readJson(response)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new SignInError('invalid_response')
  }
  return { ...body }
}

/** Reads a response that must be a JSON array. Throws like {@link readJsonObject}. */
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
