import { AgentChatError } from './agent-chat-error.ts'
import { type Memory, noMemory } from './memory.ts'

/** One action of LiveChat's API: where it goes, the body it sends and what its response means. */
export interface Action<Request, Result> {
  /** As in the URL, such as `list_chats`. */
  readonly name: string
  readonly api: 'agent' | 'configuration'
  readonly body: (request: Request) => object | FormData
  /** Whether a request goes on when its page is left. */
  readonly keepalive: boolean
  /** Throws `invalid_response` when the response lacks what the action promises. */
  readonly read: (response: unknown, memory?: Memory) => Result
}

interface Definition<Request> {
  name: string
  /** Default `agent`. */
  api?: 'agent' | 'configuration'
  body: (request: Request) => object | FormData
  /** Default false. */
  keepalive?: boolean
}

interface Reader<Result> {
  /** Reads the JSON of a response; undefined when it lacks what the action promises. */
  read: (response: unknown, memory: Memory) => Result | undefined
}

/**
 * Defines an action. One without `read` has nothing to return.
 *
 * @see https://platform.text.com/docs/messaging/agent-chat-api
 */
export function defineAction<Request, Result>(
  definition: Definition<Request> & Reader<Result>,
): Action<Request, Result>
export function defineAction<Request>(definition: Definition<Request>): Action<Request, void>
export function defineAction<Request, Result>({
  name,
  api = 'agent',
  body,
  keepalive = false,
  read,
}: Definition<Request> & Partial<Reader<Result>>): Action<Request, Result | undefined> {
  return {
    name,
    api,
    body,
    keepalive,
    read(response, memory = noMemory) {
      const result = read?.(response, memory)
      if (read && result === undefined) throw new AgentChatError('invalid_response', name)
      return result
    },
  }
}
