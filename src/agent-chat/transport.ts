import * as v from 'valibot'
import { AgentChatError, codeOf } from './agent-chat-error.ts'
import { accessOf, type PersonalAccess, type TokenAccess } from './credentials.ts'
import { delay, retryDelay } from './retry.ts'
import { maybe, read, text } from './wire.ts'

/** Where LiveChat is, and the right to call it. */
export type AgentChatOptions = (TokenAccess | PersonalAccess) & {
  /** Origin of the API; default `https://api.livechatinc.com`. */
  apiUrl?: string
  /** Milliseconds to wait for one answer; default 20,000, since LiveChat gives up at 15,000. */
  timeout?: number
}

export interface CallOptions {
  /** Ends the call; it rejects with the signal's reason. */
  signal?: AbortSignal
}

/** Which of LiveChat's APIs an action belongs to. */
type Api = 'agent' | 'configuration'

/** Sends one action and gives back what LiveChat answered, unread. */
export type Call = (
  action: string,
  body: object | FormData,
  options?: CallOptions & { api?: Api },
) => Promise<unknown>

/** LiveChat's own API. */
export const liveApiUrl = 'https://api.livechatinc.com'

const retries = 3

/**
 * Only what LiveChat refused is asked again: after a pause when it is busy, once in another region when told to,
 * with another token as long as there is one. A call that may have arrived is never repeated here.
 */
export function createCall(options: AgentChatOptions): Call {
  const { origin } = new URL(options.apiUrl ?? liveApiUrl)
  const timeout = options.timeout ?? 20_000
  const access = accessOf(options)
  let regionFromServer: string | undefined

  async function request(
    api: Api,
    action: string,
    body: object | FormData,
    token: string,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    const limit = AbortSignal.timeout(timeout)
    const isForm = body instanceof FormData
    try {
      return await fetch(`${origin}/v3.6/${api}/action/${action}`, {
        method: 'POST',
        headers: {
          Authorization: access.authorization(token),
          'X-Region': regionFromServer ?? regionOf(token),
          ...(!isForm && { 'Content-Type': 'application/json' }),
        },
        body: isForm ? body : JSON.stringify(body),
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      })
    } catch (cause) {
      signal?.throwIfAborted()
      throw new AgentChatError(limit.aborted ? 'timed_out' : 'network', action, { cause })
    }
  }

  return async (action, body, { signal, api = 'agent' } = {}) => {
    let token = await access.getAccessToken()
    let pauses = 0
    let moves = 0
    let renewals = 0
    for (;;) {
      const response = await request(api, action, body, token, signal)
      if (response.ok) return readJson(response, action, signal)
      const { error, region } = await readRefusal(response, action)
      if (error.code === 'too_many_requests' && pauses < retries) {
        const retryAfter = response.headers.get('Retry-After')
        await delay(retryDelay(pauses, retryAfter, Date.now(), Math.random()), signal)
        pauses += 1
      } else if (region && moves === 0) {
        moves += 1
        regionFromServer = region
      } else if (error.code === 'authentication' && renewals < 2) {
        // Twice: the first may only bring what somebody else renewed, and a second refusal is what ends a session.
        renewals += 1
        token = await access.renewAccessToken(token).catch(() => {
          throw error
        })
      } else {
        throw error
      }
    }
  }
}

/** A token begins with its region; see the protocol's `X-Region`. */
function regionOf(token: string): string {
  return /^fra(-[ab])?:/.test(token) ? 'fra' : 'dal'
}

async function readJson(
  response: Response,
  action: string,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  try {
    return await response.json()
  } catch (cause) {
    signal?.throwIfAborted()
    throw new AgentChatError('invalid_response', action, { cause })
  }
}

const WireRefusal = v.object({
  error: v.object({ type: v.string(), message: text, data: maybe(v.object({ region: text })) }),
})

/** LiveChat's error type decides, never the status: only it is documented. */
async function readRefusal(
  response: Response,
  action: string,
): Promise<{ error: AgentChatError; region?: string }> {
  const body = read(WireRefusal, await response.json().catch(() => undefined))
  if (!body) {
    const code = codeOfStatus(response.status)
    return {
      error: new AgentChatError(code, action, { serverMessage: `status ${response.status}` }),
    }
  }
  const { type, message, data } = body.error
  const code = codeOf(type)
  const error = new AgentChatError(code, action, {
    serverMessage: message,
    serverType: code === 'unknown_error' ? type : undefined,
  })
  const region = code === 'misdirected_request' ? data?.region : undefined
  return region && /^[a-z-]{2,8}$/.test(region) ? { error, region } : { error }
}

/** For answers of something in between, such as a proxy, that knows no error types. */
function codeOfStatus(status: number) {
  if (status === 429) return 'too_many_requests'
  if (status === 503) return 'service_unavailable'
  if (status === 504) return 'request_timeout'
  return status >= 500 ? 'internal' : 'invalid_response'
}
