import { createTestApi } from '../agent-chat/test-api.ts'
import type { WorldOptions } from '../world/create-world.ts'
import { createRtmServer } from './rtm-server.ts'

/** A frame that a server sent. */
export interface Frame {
  type: 'response' | 'push'
  action: string
  version?: string
  request_id?: string
  success?: boolean
  payload: Record<string, unknown>
}

export const everyScope = [
  'chats--access:rw',
  'customers:ro',
  'agents--all:rw',
  'agents-bot--all:ro',
]

/** For tests: a world, its API, and connections to it without a network. */
export function createTestRtm(options: WorldOptions = {}) {
  const test = createTestApi(options)
  const rtm = createRtmServer(test.world)
  const connections: ReturnType<typeof rtm.connect>[] = []

  function connect(address = '/v3.6/agent/rtm/ws') {
    const frames: Frame[] = []
    const end: { code?: number; terminated?: true } = {}
    const connection = rtm.connect(new URL(address, 'ws://localhost:3002'), {
      send: (text) => void frames.push(JSON.parse(text)),
      close: (code) => void Object.assign(end, { code }),
      terminate: () => void Object.assign(end, { terminated: true }),
    })
    connections.push(connection)
    let requests = 0
    const request = (action: string, payload?: unknown, more: object = {}): Frame => {
      const request_id = `r${++requests}`
      connection?.receive(JSON.stringify({ action, request_id, payload, ...more }))
      const response = frames.findLast(
        (frame) => frame.type === 'response' && frame.request_id === request_id,
      )
      if (!response) throw new Error(`${action} was not answered`)
      return response
    }
    return {
      connection,
      frames,
      end,
      request,
      /** The frames since the last look. */
      take: () => frames.splice(0),
      pushes: () => frames.splice(0).filter(({ type }) => type === 'push'),
    }
  }

  /** A connection that has logged in, whose frames so far are forgotten. */
  function agent(email = 'agent@example.com', login: object = {}, scopes = everyScope) {
    const token = test.tokenFor(email, scopes)
    const opened = connect()
    const response = opened.request('login', {
      token: `Bearer ${token}`,
      reconnect: true,
      ...login,
    })
    opened.take()
    return { ...opened, token, login: response }
  }

  /** Ends every connection; its timers would keep the world in memory until they are over. */
  function close() {
    for (const connection of connections) connection?.closed()
  }

  return { ...test, ask: test.agent, rtm, connect, agent, close }
}

export const errorOf = ({ success, payload }: Frame) => {
  const error = payload.error as { type: string; message: string } | undefined
  return success ? undefined : error?.type
}

export const names = (frames: Frame[]) => frames.map(({ action }) => action)
