import { withResolvers } from '../../older-browsers/index.ts'
import { AgentChatError } from '../agent-chat-error.ts'
import { readFrame, readFrameError } from './frames.ts'

/** One connection, from its opening to its end. */
export interface Connection {
  /**
   * Sends a request and waits for its response.
   *
   * @param timeout Milliseconds.
   * @throws {AgentChatError} `timed_out`, `network` when the connection ends first, or LiveChat's own error.
   */
  request(action: string, payload: object, timeout?: number): Promise<unknown>
  /** Ends the connection; LiveChat is told that the agent leaves. */
  close(): void
  /** Resolves when it has ended, with the payload of LiveChat's `agent_disconnected` if there was one. */
  readonly ended: Promise<{ disconnected?: unknown }>
}

/** LiveChat allows ten requests without a response; one place is kept for `ping`. */
const mostRequests = 9

/** LiveChat gives up at 15 seconds. */
const defaultTimeout = 20_000

/** Our own code for a connection that no longer answers. */
const noAnswer = 4000

interface Pending {
  action: string
  resolve: (payload: unknown) => void
  reject: (error: AgentChatError) => void
}

/**
 * Opens a connection. What LiveChat sends is taken from this connection only, and anything that is not of the protocol's
 * form is not seen.
 *
 * @param onPush Gets the name and payload of each push, in the order they came.
 * @see https://platform.text.com/docs/messaging/agent-chat-api/rtm-reference
 */
export function openConnection(
  url: string,
  onPush: (action: string, payload: unknown) => void,
): Connection {
  const socket = new WebSocket(url)
  const pending = new Map<string, Pending>()
  const waiting: (() => void)[] = []
  let lastId = 0
  let disconnected: { disconnected?: unknown } = {}
  const { promise: ended, resolve: end } = withResolvers<{ disconnected?: unknown }>()
  const opened = new Promise<void>((resolve) => {
    socket.onopen = () => resolve()
  })

  /** Nothing that arrives later counts: the closing handshake of a dead connection takes its time. */
  function finish(code?: number): void {
    socket.onmessage = null
    socket.close(code)
    for (const { action, reject } of pending.values()) reject(new AgentChatError('network', action))
    pending.clear()
    for (const begin of waiting.splice(0)) begin()
    end(disconnected)
  }

  socket.onclose = () => finish()
  // What went wrong is told by the end; in Node an error without a listener would end the process.
  socket.onerror = () => {}
  socket.onmessage = ({ data }) => {
    const frame = readFrame(data)
    if (frame?.type === 'push') {
      if (frame.action !== 'agent_disconnected') return onPush(frame.action, frame.payload)
      disconnected = { disconnected: frame.payload }
      return finish()
    }
    const request = frame && pending.get(frame.requestId)
    if (!request) return
    pending.delete(frame.requestId)
    if (pending.size < mostRequests) waiting.shift()?.()
    if (frame.isSuccess) request.resolve(frame.payload)
    else request.reject(readFrameError(request.action, frame.payload))
  }

  async function request(action: string, payload: object, timeout = defaultTimeout) {
    await Promise.race([opened, ended])
    if (pending.size >= mostRequests && action !== 'ping') {
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    if (socket.readyState !== socket.OPEN) throw new AgentChatError('network', action)
    lastId += 1
    const id = String(lastId)
    const { promise: response, resolve, reject } = withResolvers<unknown>()
    pending.set(id, { action, resolve, reject })
    const timer = setTimeout(() => {
      reject(new AgentChatError('timed_out', action))
      // A connection that leaves one request unanswered is taken for dead: nobody knows what else it lost.
      finish(noAnswer)
    }, timeout)
    socket.send(JSON.stringify({ action, request_id: id, payload }))
    return response.finally(() => clearTimeout(timer))
  }

  return {
    request,
    close() {
      if (socket.readyState === socket.OPEN) {
        socket.send(JSON.stringify({ action: 'logout', payload: {} }))
      }
      finish()
    },
    ended,
  }
}
