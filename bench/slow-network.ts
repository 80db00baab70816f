import { connect, createServer, type Server, type Socket } from 'node:net'

/** Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const slow4g = { down: 1_600, up: 750, delay: 75 }

/** Bytes that a packet carries. */
const packet = 1_460

export interface SlowNetwork {
  /** Puts a slow line in front of a port of this machine. */
  serve(port: number, target: number): Promise<void>
  /** Whether nothing is on its way. */
  isIdle(): boolean
  close(): Promise<void>
}

/**
 * A line that all connections share, as on a phone: each direction sends packet by packet, a packet of each connection
 * in turn. A new connection costs a round trip; TLS, which would cost two more, and TCP's slow start are left out.
 */
export function createSlowNetwork(): SlowNetwork {
  const down = createDirection(slow4g.down)
  const up = createDirection(slow4g.up)
  const servers: Server[] = []
  const sockets = new Set<Socket>()
  return {
    async serve(port, target) {
      const server = createServer((client) => {
        const upstream = connect(target, '127.0.0.1')
        for (const socket of [client, upstream]) {
          sockets.add(socket)
          socket.setNoDelay(true)
          socket.on('error', () => {})
          socket.on('close', () => sockets.delete(socket))
        }
        up.carry(client, upstream, performance.now() + 2 * slow4g.delay)
        down.carry(upstream, client, 0)
      })
      servers.push(server)
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    },
    isIdle: () => down.isIdle() && up.isIdle(),
    async close() {
      for (const socket of sockets) socket.destroy()
      await Promise.all(servers.map((one) => new Promise((resolve) => one.close(resolve))))
    },
  }
}

interface Connection {
  to: Socket
  waiting: Buffer[]
  hasEnded: boolean
  /** Before this nothing is sent: the connection is being made. */
  opensAt: number
}

interface Delivery {
  to: Socket
  /** Absent at the end of the connection. */
  bytes: Buffer | undefined
  at: number
}

function createDirection(kilobits: number) {
  const bytesPerMillisecond = kilobits / 8
  const turns: Connection[] = []
  const onTheWay: Delivery[] = []
  let freeAt = 0
  let timer: NodeJS.Timeout | undefined

  function carry(from: Socket, to: Socket, opensAt: number): void {
    const connection: Connection = { to, waiting: [], hasEnded: false, opensAt }
    const add = (packets: Buffer[]) => {
      connection.waiting.push(...packets)
      if (!turns.includes(connection)) turns.push(connection)
      work()
    }
    from.on('data', (bytes: Buffer) => add(inPackets(bytes)))
    from.on('close', () => {
      connection.hasEnded = true
      add([])
    })
  }

  /** Sends and delivers what is due by now, and comes back when something else is. */
  function work(): void {
    clearTimeout(timer)
    const now = performance.now()
    while (freeAt <= now && sendNext(now)) {
      // The loop sends packets that were due while the process was busy.
    }
    while (onTheWay[0] && onTheWay[0].at <= now) deliver(onTheWay.shift())
    const opens = Math.min(...turns.map(({ opensAt }) => opensAt))
    const next = Math.min(Math.max(freeAt, opens), onTheWay[0]?.at ?? Number.POSITIVE_INFINITY)
    if (next < Number.POSITIVE_INFINITY) timer = setTimeout(work, Math.max(1, next - now))
  }

  /** Sends a packet of the connection whose turn it is. */
  function sendNext(now: number): boolean {
    const index = turns.findIndex(({ opensAt }) => opensAt <= now)
    const [turn] = index < 0 ? [] : turns.splice(index, 1)
    if (!turn) return false
    const bytes = turn.waiting.shift()
    // Idle time is lost, but not the lateness of a timer.
    freeAt = Math.max(freeAt, now - 5) + (bytes?.length ?? 0) / bytesPerMillisecond
    if (bytes || turn.hasEnded) onTheWay.push({ to: turn.to, bytes, at: freeAt + slow4g.delay })
    if (turn.waiting.length > 0 || (bytes && turn.hasEnded)) turns.push(turn)
    return true
  }

  return { carry, isIdle: () => onTheWay.length === 0 && turns.length === 0 }
}

function deliver(delivery: Delivery | undefined): void {
  if (!delivery || delivery.to.destroyed) return
  if (delivery.bytes) delivery.to.write(delivery.bytes)
  else delivery.to.end()
}

function inPackets(bytes: Buffer): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / packet) }, (_, index) =>
    bytes.subarray(index * packet, (index + 1) * packet),
  )
}
