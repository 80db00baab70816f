import type { Connection } from '../../sandbox/rtm/connection.ts'
import type { RtmServer } from '../../sandbox/rtm/rtm-server.ts'

/** The connections of an agent, looked at all the time. */
export interface ConnectionWatch {
  /** Those that are logged in and not silent. */
  own(): Connection[]
  /** Leaves it open and lets it say nothing. */
  silence(connection: Connection): void
  /** There may be two for a while. */
  allowTwo(isAllowed: boolean): void
  /** Milliseconds for which there was more than one. */
  longestOverlap(): number
  stop(): void
}

export function watchConnections({ connections }: RtmServer, email: string): ConnectionWatch {
  const silent = new WeakSet<Connection>()
  const own = () =>
    [...connections].filter((one) => one.session?.agentId === email && !silent.has(one))
  let longest = 0
  let oneAt = performance.now()
  let mayBeTwo = false
  const timer = setInterval(() => {
    const now = performance.now()
    if (mayBeTwo || own().length < 2) oneAt = now
    longest = Math.max(longest, now - oneAt)
  }, 20)
  return {
    own,
    silence(connection) {
      silent.add(connection)
      connection.silence()
    },
    allowTwo(isAllowed) {
      mayBeTwo = isAllowed
    },
    longestOverlap: () => longest,
    stop: () => clearInterval(timer),
  }
}
