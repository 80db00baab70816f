import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { World } from '../world/world.ts'
import { isRegisteredOrigin } from './cors.ts'
import type { Sandbox } from './sandbox.ts'

/** Connects web sockets with agents and customers; the returned function ends them. */
export function acceptWebSockets(
  server: Server,
  { world, rtm, customers }: Pick<Sandbox, 'world' | 'rtm' | 'customers'>,
): () => void {
  const sockets = new Set<WebSocket>()
  server.on('upgrade', (request, socket, head) => {
    const path = request.url ?? '/'
    const url = new URL(URL.canParse(path, base) ? path : '/', base)
    const refusal = refusalOf(url, request.headers.origin, world)
    if (refusal) {
      socket.on('error', () => {})
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    const upgrade = new WebSocketServer({ noServer: true, maxPayload: world.rtm.frameSize })
    upgrade.handleUpgrade(request, socket, head, (webSocket) => {
      sockets.add(webSocket)
      const isCustomer = url.pathname === customerPath
      const connection = isCustomer ? customers.connect(webSocket) : rtm.connect(url, webSocket)
      webSocket.on('message', (data) => connection?.receive(String(data)))
      // A broken or too large frame; `ws` closes the socket.
      webSocket.on('error', () => {})
      webSocket.on('close', () => {
        sockets.delete(webSocket)
        connection?.closed()
      })
    })
  })
  return () => {
    for (const webSocket of sockets) webSocket.terminate()
  }
}

const base = 'ws://localhost'
const customerPath = '/v3.6/customer/rtm/ws'

/** The status line with which an upgrade is refused. */
function refusalOf(url: URL, origin: string | undefined, world: World): string | undefined {
  if (url.pathname === customerPath) return undefined
  if (!/^\/v[^/]+\/agent\/rtm\/ws$/.test(url.pathname)) return '404 Not Found'
  const { requireOrganization, refuseForeignOrigins } = world.rtm
  if (requireOrganization && !url.searchParams.get('organization_id')) return '400 Bad Request'
  const isForeign = origin !== undefined && !isRegisteredOrigin(world, origin)
  return refuseForeignOrigins && isForeign ? '403 Forbidden' : undefined
}
