import type { Call } from '../agent-chat/action.ts'
import type { Version } from '../agent-chat/version.ts'
import type { MonitoringLevel } from './push.ts'

/** What a connection is after its `login`. */
export interface Session {
  agentId: string
  organizationId: string
  /** As in an `Authorization` header: `Bearer …` or `Basic …`. */
  authorization: string
  away: boolean
  monitoring: MonitoringLevel
  /** Names of the pushes it wants, by the version it wants them in. */
  pushes: ReadonlyMap<Version, 'all' | ReadonlySet<string>>
}

/** What one session means for the others. */
export interface Peers {
  /** @param reconnect Whether the agent keeps the routing status they had. */
  loggedIn(session: Session, call: Call, reconnect: boolean): void
  awayChanged(call: Call): void
  /** Ends an agent's other sessions. */
  logOut(call: Call, agentId: string, except: Session): void
}
