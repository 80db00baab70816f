import * as v from 'valibot'
import { type AccessTokenSource, requireEncryption, withFreshToken } from '../access-token/index.ts'
import { anySignal } from '../older-browsers/index.ts'
import {
  AgentChatError,
  type AgentChatErrorCode,
  isRefusedToken,
  type Refusal,
  readRefusal,
} from './agent-chat-error.ts'
import { credentialsFrom, type PersonalCredentials } from './credentials.ts'
import type { Action } from './define-action.ts'
import { createMemory, type Memory, noMemory } from './memory.ts'
import { delay, retryDelay } from './retry.ts'
import { anything, read } from './wire.ts'

/** Where LiveChat's API is, and the credentials to call it with. */
export type AgentChatOptions = (AccessTokenSource | PersonalCredentials) & {
  /** Origin of the API; default `https://api.livechatinc.com`. */
  apiUrl?: string
  /**
   * Milliseconds to wait for a response; default 20,000, since LiveChat gives up at 15,000. A file has as much longer
   * as it takes at 256 kbit/s.
   */
  timeout?: number
  /** Ends every call of this client and lets none begin, for instance when the agent signs out. */
  signal?: AbortSignal
  /**
   * Returns the same object again for an equal response, and in lists the same object for an equal chat, so that whoever
   * polls can tell what has changed. Results are then for reading only. Default false.
   */
  reuseResults?: boolean
}

/** Options of a single call. */
export interface CallOptions {
  /** Cancels the call, which then rejects with the signal's reason. */
  signal?: AbortSignal
  /** How many times the usual time to wait; default 1. For a file that a slow line needs longer for. */
  timeoutFactor?: number
}

/** Sends one action and reads its response. */
export type Send = <Request, Result>(
  action: Action<Request, Result>,
  request: Request,
  options?: CallOptions,
) => Promise<Result>

/** The origin of LiveChat's own API. */
export const liveApiUrl = 'https://api.livechatinc.com'

/** Characters of responses that are remembered of each action: several pages of a list, or one very long conversation. */
const memorySize = 4_000_000

/** How often one call is repeated because LiveChat is busy. */
const maxBackoffs = 3

/**
 * Creates the function that sends actions to LiveChat.
 *
 * Repeats only what LiveChat refused: after a delay when it is busy, once in the region it names, and with a renewed
 * token. A call that may have taken effect is never repeated.
 *
 * @throws {TypeError} When `apiUrl` is not a URL, or one without TLS on another machine.
 * @see https://platform.text.com/docs/messaging/agent-chat-api
 */
export function createTransport(options: AgentChatOptions): Send {
  const url = new URL(options.apiUrl ?? liveApiUrl)
  requireEncryption(url)
  const { origin } = url
  const timeout = options.timeout ?? 20_000
  const credentials = credentialsFrom(options)
  const memories = new Map<string, Memory>()
  let regionFromServer: string | undefined

  function memoryOf(action: string): Memory {
    if (!options.reuseResults) return noMemory
    const memory = memories.get(action) ?? createMemory(memorySize)
    memories.set(action, memory)
    return memory
  }

  async function post<Request>(
    action: Action<Request, unknown>,
    body: object | FormData,
    token: string,
    signal: AbortSignal,
    timeoutFactor = 1,
  ): Promise<Response> {
    const limit = AbortSignal.timeout((timeout + uploadTime(body)) * timeoutFactor)
    const isForm = body instanceof FormData
    try {
      return await fetch(`${origin}/v3.6/${action.api}/action/${action.name}`, {
        method: 'POST',
        headers: {
          Authorization: credentials.authorization(token),
          'X-Region': regionFromServer ?? regionOf(token),
          ...(!isForm && { 'Content-Type': 'application/json' }),
        },
        body: isForm ? body : JSON.stringify(body),
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        keepalive: action.keepalive,
        referrerPolicy: 'no-referrer',
        signal: anySignal(signal, limit),
      })
    } catch (cause) {
      signal.throwIfAborted()
      throw new AgentChatError(limit.aborted ? 'timed_out' : 'network', action.name, { cause })
    }
  }

  /** Reads what the action promises; a text that is remembered needs no reading. */
  async function readResult<Result>(
    response: Response,
    { name, read }: Pick<Action<never, Result>, 'name' | 'read'>,
    signal: AbortSignal,
  ): Promise<Result> {
    const refuse = (cause: unknown): never => {
      signal.throwIfAborted()
      throw new AgentChatError('invalid_response', name, { cause })
    }
    const text = await response.text().catch(refuse)
    const memory = memoryOf(name)
    return memory.recall('response', text, () => read(parseJson(text, refuse), memory))
  }

  return async (action, request, call = {}) => {
    const signal = anySignal(options.signal, call.signal)
    signal.throwIfAborted()
    const body = action.body(request)
    let backoffs = 0
    let regionRetries = 0

    async function attempt(token: string) {
      for (;;) {
        const response = await post(action, body, token, signal, call.timeoutFactor)
        if (response.ok) return readResult(response, action, signal)
        const { error, region } = await refusalOf(response, action.name)
        if (error.code === 'too_many_requests' && backoffs < maxBackoffs) {
          const retryAfter = response.headers.get('Retry-After')
          await delay(retryDelay(backoffs, retryAfter, Date.now(), Math.random()), signal)
          backoffs += 1
        } else if (region && regionRetries === 0) {
          regionRetries += 1
          regionFromServer = region
        } else {
          throw error
        }
      }
    }

    const tokens = {
      getAccessToken: credentials.getAccessToken,
      renewAccessToken: (refused: string) =>
        credentials.renewAccessToken(refused).catch((cause: unknown) => {
          signal.throwIfAborted()
          throw new AgentChatError('authentication', action.name, { cause })
        }),
    }
    return withFreshToken(tokens, attempt, isRefusedToken)
  }
}

/** Bytes in a millisecond on a line as slow as one still works with: 256 kbit/s. */
const slowestUpload = 32

/**
 * Milliseconds that the files of a form may take. `fetch` does not tell how far an upload has come; `XMLHttpRequest`
 * does, but follows redirects, and the file would leave with them (docs/decisions/uploads.md).
 */
function uploadTime(body: object): number {
  const bytes = body instanceof FormData ? new Blob([...body.values()]).size : 0
  return Math.ceil(bytes / slowestUpload)
}

/** Which region's servers know the token; a token begins with its region. */
function regionOf(token: string): string {
  return /^fra(-[ab])?:/.test(token) ? 'fra' : 'dal'
}

function parseJson(text: string, refuse: (cause: unknown) => never): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    return refuse(cause)
  }
}

/** Reads a response that is none of the action's. */
async function refusalOf(response: Response, action: string): Promise<Refusal> {
  const body = await response.json().catch(() => undefined)
  return (
    readRefusal(action, read(WireRefusal, body)?.error) ?? {
      error: new AgentChatError(codeOfStatus(response.status), action, {
        serverMessage: `status ${response.status}`,
      }),
    }
  )
}

const WireRefusal = v.object({ error: anything })

/** The code for a response that has no error type, because something in between sent it, such as a proxy. */
function codeOfStatus(status: number): AgentChatErrorCode {
  if (status === 429) return 'too_many_requests'
  if (status === 503) return 'service_unavailable'
  if (status === 504) return 'request_timeout'
  return status >= 500 ? 'internal' : 'invalid_response'
}
