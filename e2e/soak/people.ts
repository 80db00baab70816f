import { once } from 'node:events'
import { WebSocket } from 'ws'
import { mintAccessToken } from '../../sandbox/control/control-actions.ts'
import type { RunningSandbox } from '../../sandbox/server/serve.ts'
import { clientId } from '../support/fixtures.ts'

/** A customer, who comes in by the door of the sandbox's page for customers. */
export interface Customer {
  name: string
  /** The chat they have, open or not. */
  chatId: string | undefined
  /**
   * Sends a request; connects first when there is no connection.
   *
   * @throws {Error} When the sandbox refuses it or is not there.
   */
  ask(action: string, payload: object): Promise<Record<string, unknown>>
  leave(): void
}

interface Answer {
  type: string
  request_id?: string
  success?: boolean
  payload: Record<string, unknown>
}

export function createCustomer({ apiUrl }: RunningSandbox, name: string): Customer {
  const waiting = new Map<string, (answer: Answer | undefined) => void>()
  let token: string | undefined
  let socket: WebSocket | undefined
  let requests = 0

  async function connect(): Promise<void> {
    token ??= await visit(apiUrl)
    const opened = new WebSocket(`${apiUrl.replace('http', 'ws')}/v3.6/customer/rtm/ws`)
    opened.on('error', () => {})
    opened.on('message', (data) => {
      const answer: Answer = JSON.parse(String(data))
      if (answer.type === 'response') waiting.get(answer.request_id ?? '')?.(answer)
    })
    opened.on('close', () => {
      socket = undefined
      for (const end of waiting.values()) end(undefined)
    })
    await Promise.race([once(opened, 'open'), once(opened, 'close')])
    socket = opened
    await send('login', { token })
  }

  async function send(action: string, payload: object): Promise<Record<string, unknown>> {
    if (socket?.readyState !== WebSocket.OPEN) throw new Error(`${action}: not connected`)
    requests += 1
    const request_id = String(requests)
    socket.send(JSON.stringify({ action, request_id, payload }))
    const answer = await new Promise<Answer | undefined>((resolve) =>
      waiting.set(request_id, resolve),
    )
    waiting.delete(request_id)
    if (!answer?.success) throw new Error(`${action}: ${JSON.stringify(answer?.payload)}`)
    return answer.payload
  }

  return {
    name,
    chatId: undefined,
    async ask(action, payload) {
      if (!socket) await connect()
      return send(action, payload)
    },
    leave: () => socket?.close(),
  }
}

async function visit(apiUrl: string): Promise<string> {
  const response = await fetch(`${apiUrl}/customer/token`, { method: 'POST' })
  const { access_token }: { access_token: string } = JSON.parse(await response.text())
  return access_token
}

/** Asks the Web API as an agent who may do everything; resolves with whether it was done. */
export type Colleague = (action: string, payload: object) => Promise<boolean>

export function createColleague({ world, apiUrl }: RunningSandbox, email: string): Colleague {
  const scopes = ['chats--all:rw', 'chats--access:rw', 'customers:ro', 'agents--all:rw']
  const { token } = mintAccessToken(world, { clientId, email, scopes })
  return async (action, payload) => {
    const { ok } = await fetch(`${apiUrl}/v3.6/agent/action/${action}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(payload),
    })
    return ok
  }
}
