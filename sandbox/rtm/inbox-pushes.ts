import { groupReach } from '../agent-chat/group-access.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { InboxChange, RoutingStatus } from '../inbox/inbox-change.ts'
import type { Customer } from '../model/chat.ts'
import type { RtmSettings } from '../world/world.ts'
import { chatPushes } from './chat-pushes.ts'
import { audienceOf, holds, type Listener, membersOf, type Push } from './push.ts'

/** What a change in an inbox tells, and to whom. */
export function inboxPushes(
  change: InboxChange,
  inbox: Inbox,
  settings: RtmSettings,
  now: number,
): Push[] {
  switch (change.type) {
    case 'chat':
      return chatPushes(change, inbox, settings, now)
    case 'customer':
      return [customerUpdated(inbox, change.before, change.after)]
    case 'routing-status':
      return routingPushes(inbox, change)
    case 'signal': {
      const { insiders } = audienceOf(change.chat, change.chat, settings)
      const { action, payload } = change.signal
      // Nobody is told of their own typing.
      const reaches = (listener: Listener) =>
        listener.agentId !== change.cause.userId && insiders(listener)
      return [{ action, reaches, payload: () => payload }]
    }
  }
}

const customerFields = [
  'name',
  'email',
  'phone_number',
  'address',
  'session_fields',
] as const satisfies (keyof Customer)[]

function customerUpdated(inbox: Inbox, before: Customer, after: Customer): Push {
  const changed = customerFields.filter((field) => before[field] !== after[field])
  const chats = inbox.chatsOf(after.id).flatMap((id) => inbox.read(id) ?? [])
  const members = new Set(chats.flatMap(membersOf))
  const groupIds = chats.flatMap(({ access }) => access.group_ids)
  const readsCustomers = holds('customers:ro')
  return {
    action: 'customer_updated',
    reaches: (listener) =>
      readsCustomers(listener) &&
      (members.has(listener.agentId) ||
        (listener.monitoring !== 'my' && groupReach(listener.caller)(groupIds))),
    payload: ({ version }) => ({
      id: after.id,
      ...Object.fromEntries(
        changed
          .filter((field) => version === '3.6' || !['phone_number', 'address'].includes(field))
          .map((field) => [field, after[field]]),
      ),
    }),
  }
}

function routingPushes(
  inbox: Inbox,
  { agentId, before }: { agentId: string; before: RoutingStatus },
): Push[] {
  const readsAgents = holds('agents--all:ro')
  const status = inbox.routingStatus(agentId)
  const was = (id: string) => (id === agentId ? before : inbox.routingStatus(id))
  const groups = inbox.groups.flatMap(({ id }) => {
    const now = groupStatus(inbox, id, (agent) => inbox.routingStatus(agent))
    return now === groupStatus(inbox, id, was) ? [] : [{ id, status: now }]
  })
  return [
    {
      action: 'routing_status_set',
      reaches: (listener) => listener.agentId === agentId || readsAgents(listener),
      payload: () => ({ agent_id: agentId, status }),
    },
    ...(groups.length > 0
      ? [
          {
            action: 'groups_status_updated',
            reaches: readsAgents,
            payload: ({ version }: Listener) => (version === '3.4' ? undefined : { groups }),
          },
        ]
      : []),
  ]
}

/** A group accepts chats as long as one of its agents does. */
function groupStatus(
  inbox: Inbox,
  groupId: number,
  statusOf: (agentId: string) => RoutingStatus,
): RoutingStatus {
  const statuses = inbox.agents
    .filter(({ membership }) => groupId === 0 || membership.groupIds.includes(groupId))
    .map(({ account }) => statusOf(account.email))
  const best = (['accepting_chats', 'not_accepting_chats'] as const).find((one) =>
    statuses.includes(one),
  )
  return best ?? 'offline'
}
