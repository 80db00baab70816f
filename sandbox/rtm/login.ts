import * as v from 'valibot'
import { type Call, createCall, readBody, requireScope } from '../agent-chat/action.ts'
import { ApiError } from '../agent-chat/api-error.ts'
import { groupReach, readChats } from '../agent-chat/group-access.ts'
import { wireChatSummary, wireCustomer } from '../agent-chat/serialize.ts'
import { isVersion, type Version } from '../agent-chat/version.ts'
import { readCredentials } from '../world/credentials.ts'
import type { World } from '../world/world.ts'
import { holds, type Listener, membersOf, monitoringLevels, type Push } from './push.ts'
import type { Session } from './session.ts'

const loginSchema = v.object({
  token: v.string(),
  timezone: v.optional(v.string()),
  reconnect: v.optional(v.boolean(), false),
  application: v.optional(
    v.object({ name: v.optional(v.string()), version: v.optional(v.string()) }),
  ),
  away: v.optional(v.boolean(), false),
  customer_monitoring_level: v.optional(v.picklist(monitoringLevels), 'my'),
  pushes: v.optional(v.record(v.string(), v.array(v.string()))),
})

/** Reads a `login`; throws when it opens nothing. */
export function readLogin(
  world: World,
  version: Version,
  organizationId: string | undefined,
  payload: unknown,
): { session: Session; call: Call; reconnect: boolean } {
  const asked = readBody(payload, loginSchema)
  const caller = readCredentials(world, asked.token)
  const own = caller?.organization.organizationId
  if (!caller || (organizationId !== undefined && organizationId !== own)) {
    throw new ApiError('authentication', 'Invalid access token')
  }
  for (const needed of readChats) requireScope(caller, needed)
  const call = createCall(world, caller, version)
  const session: Session = {
    agentId: call.agentId,
    organizationId: caller.organization.organizationId,
    authorization: asked.token,
    away: asked.away,
    monitoring: asked.customer_monitoring_level,
    pushes: readPushes(asked.pushes ?? { [version]: ['all'] }),
  }
  return { session, call, reconnect: asked.reconnect }
}

/** The pushes wanted by version; a name that no push has is of no effect. */
function readPushes(asked: Record<string, string[]>): Session['pushes'] {
  return new Map(
    Object.entries(asked).map(([version, names]) => {
      if (!isVersion(version)) {
        throw new ApiError('validation', `\`pushes\`: unsupported version ${version}`)
      }
      return [version, names.includes('all') ? 'all' : new Set(names)]
    }),
  )
}

const seconds = (date: string) => Date.parse(date) / 1000

/** The response to a `login`: who the agent is, and the chats that are active now. */
export function loginResponse(call: Call): object {
  const { account, membership, organization } = call.caller
  return {
    license: {
      id: String(organization.license),
      organization_id: organization.organizationId,
      plan: 'enterprise',
      expiration_timestamp: seconds('2036-03-04T09:00:00Z'),
      creation_timestamp: seconds('2024-03-04T09:00:00Z'),
      in_trial: false,
    },
    my_profile: {
      id: account.email,
      type: 'agent',
      name: account.name,
      email: account.email,
      present: true,
      ...(account.avatarUrl ? { avatar: account.avatarUrl } : {}),
      permission: membership.liveChatRole,
      routing_status: call.inbox.routingStatus(account.email),
    },
    chats_summary: activeChats(call).map((chat) => wireChatSummary(chat, call)),
  }
}

function activeChats({ inbox, caller, agentId }: Pick<Call, 'inbox' | 'caller' | 'agentId'>) {
  const mayOpen = groupReach(caller)
  return inbox.index
    .all()
    .filter(
      ({ active, groupIds, present }) => active && (mayOpen(groupIds) || present.includes(agentId)),
    )
    .map(({ id }) => inbox.read(id))
    .filter((chat) => chat !== undefined)
}

/** The customers an agent hears of, as a connection learns them after its `login`. */
export const incomingCustomers: Push = {
  action: 'incoming_customers',
  reaches: holds('customers:ro'),
  payload: (listener: Listener) => ({
    customer_monitoring_level: listener.monitoring,
    customers: activeChats(listener)
      .filter((chat) => listener.monitoring !== 'my' || membersOf(chat).includes(listener.agentId))
      .flatMap(({ customer }) => (customer ? [wireCustomer(customer, listener.version)] : [])),
  }),
}
