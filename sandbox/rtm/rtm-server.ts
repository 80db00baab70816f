import type { Call } from '../agent-chat/action.ts'
import { isVersion } from '../agent-chat/version.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { World, WorldChange } from '../world/world.ts'
import { type Connection, createConnection, type Transport } from './connection.ts'
import { inboxPushes } from './inbox-pushes.ts'
import { holds, type Push } from './push.ts'
import type { Peers } from './session.ts'

/** The Agent Chat RTM API without a network: whoever has sockets connects them. */
export interface RtmServer {
  /** Takes a connection; `undefined` when its address is none of the RTM API. */
  connect(url: URL, transport: Transport): Connection | undefined
  /** Open connections, oldest first. */
  connections: ReadonlySet<Connection>
}

export function createRtmServer(world: World): RtmServer {
  const connections = new Set<Connection>()
  const watched = new WeakSet<Inbox>()
  /** Agents who stopped accepting chats because all their connections are away. */
  const autoAway = new WeakMap<Inbox, Set<string>>()

  world.changes.subscribe((change) => {
    for (const connection of [...connections]) {
      if (change.type === 'tokens') connection.checkToken()
      else if (change.type === 'reset') connection.disconnect('access_token_revoked')
      else if (connection.session?.agentId === emailOf(change.accountId)) {
        connection.disconnect('role_permissions_changed')
      }
    }
    if (change.type !== 'role') return
    const push = agentUpdated(emailOf(change.accountId), change.changes)
    for (const connection of connections) connection.deliver(push, {})
  })

  function emailOf(accountId: string): string {
    return world.accounts.get(accountId)?.email ?? ''
  }

  const peers: Peers = {
    loggedIn(session, call, reconnect) {
      watch(call.inbox)
      const own = connectionsOf(call)
      if (own.length === 1 && !reconnect) {
        const accepts = call.caller.membership.loginStatus === 'accepting chats'
        const status = accepts ? 'accepting_chats' : 'not_accepting_chats'
        call.inbox.setRoutingStatus(session.agentId, status)
      }
      for (const older of own.slice(0, -world.rtm.connectionsPerAgent)) {
        older.disconnect('connection_evicted')
      }
    },
    awayChanged(call) {
      const { inbox, agentId, cause } = call
      const stopped = autoAway.get(inbox) ?? new Set()
      autoAway.set(inbox, stopped)
      const allAway = connectionsOf(call).every(({ session }) => session?.away)
      if (allAway && inbox.routingStatus(agentId) === 'accepting_chats') {
        stopped.add(agentId)
        inbox.setRoutingStatus(agentId, 'not_accepting_chats', cause)
      } else if (!allAway && stopped.delete(agentId)) {
        inbox.setRoutingStatus(agentId, 'accepting_chats', cause)
      }
    },
    logOut(call, agentId, except) {
      for (const connection of connectionsOf(call, agentId)) {
        if (connection.session !== except) connection.disconnect('agent_logged_out_remotely')
      }
    },
  }

  /** An agent's connections to the caller's organization, oldest first. */
  function connectionsOf({ caller, agentId }: Call, of: string = agentId): Connection[] {
    const { organizationId } = caller.organization
    return [...connections].filter(
      ({ session }) => session?.agentId === of && session.organizationId === organizationId,
    )
  }

  /** Follows an inbox from the first session that needs it. */
  function watch(inbox: Inbox): void {
    if (watched.has(inbox)) return
    watched.add(inbox)
    inbox.changes.subscribe((change) => {
      const listening = [...connections].filter(
        ({ session }) => session && world.inboxes.get(session.organizationId) === inbox,
      )
      if (listening.length === 0) return
      for (const push of inboxPushes(change, inbox, world.rtm, world.now())) {
        for (const connection of listening) connection.deliver(push, change.cause)
      }
    })
  }

  return {
    connections,
    connect(url, transport) {
      const [, version] = /^\/v([^/]+)\/agent\/rtm\/ws$/.exec(url.pathname) ?? []
      if (version === undefined) return undefined
      const organizationId = url.searchParams.get('organization_id') ?? undefined
      const connection = createConnection(world, transport, {
        version: isVersion(version) ? version : '3.6',
        organizationId,
        url: url.href,
        peers,
        ended: (one) => connections.delete(one),
      })
      connections.add(connection)
      const organization = organizationId && world.organizations.get(organizationId)
      const region = url.searchParams.get('region')
      if (!isVersion(version)) connection.disconnect('unsupported_version')
      else if (organizationId !== undefined && !organization) {
        connection.disconnect('license_not_found')
      } else if (organization && region !== null && region !== organization.region) {
        connection.disconnect('misdirected_connection', { region: organization.region })
      }
      return connection
    },
  }
}

/** What the others may know of an agent whose role changed. */
function agentUpdated(id: string, changes: RoleChanges): Push {
  const { liveChatRole: role, groupIds, loginStatus: login_status } = changes
  const payload = {
    id,
    ...(role ? { role } : {}),
    ...(login_status ? { login_status } : {}),
    ...(groupIds ? { groups: groupIds.map((one) => ({ id: one, priority: 'normal' })) } : {}),
  }
  return {
    action: 'agent_updated',
    reaches: (listener) =>
      holds('agents--all:ro')(listener) &&
      listener.inbox.agents.some(({ account }) => account.email === id),
    payload: () => payload,
  }
}

type RoleChanges = Extract<WorldChange, { type: 'role' }>['changes']
