import { isDeepStrictEqual } from 'node:util'
import { groupReach } from '../agent-chat/group-access.ts'
import { wireCustomer } from '../agent-chat/serialize.ts'
import { groupStatus, type Inbox } from '../inbox/inbox.ts'
import type { InboxChange, RoutingStatus } from '../inbox/inbox-change.ts'
import type { Customer } from '../model/chat.ts'
import { toWireTime } from '../model/wire-time.ts'
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
      return chatPushes(change, inbox, settings)
    case 'customer':
      return customerPushes(inbox, change.before, change.after, now)
    case 'routing-status':
      return routingPushes(inbox, change)
    case 'customer-banned': {
      const payload = { customer_id: change.customerId, ban: { days: change.days } }
      const reaches = monitors(inbox, change.customerId)
      return [{ action: 'customer_banned', reaches, payload: () => payload }]
    }
    case 'multicast': {
      const listens = holds('multicast:ro')
      const reaches = (listener: Listener) =>
        change.userIds.includes(listener.agentId) && listens(listener)
      return [{ action: 'incoming_multicast', reaches, payload: () => change.payload }]
    }
    case 'signal': {
      if (change.signal.to === 'customer') return []
      const { insiders } = audienceOf(change.chat, change.chat, settings)
      const { action, payload } = change.signal
      // Nobody is told of their own typing.
      const reaches = (listener: Listener) =>
        listener.agentId !== change.cause.userId && insiders(listener)
      const isStable = action === 'incoming_thinking_indicator'
      return [
        {
          action,
          reaches,
          payload: ({ version }) => (isStable && version !== '3.6' ? undefined : payload),
        },
      ]
    }
  }
}

const customerFields = [
  'name',
  'email',
  'avatar',
  'session_fields',
] as const satisfies (keyof Customer)[]

/** A customer who comes to the website, leaves it, or has new details. */
function customerPushes(inbox: Inbox, before: Customer, after: Customer, now: number): Push[] {
  const reaches = monitors(inbox, after.id)
  const plain = (action: string, payload: object): Push => ({
    action,
    reaches,
    payload: () => payload,
  })
  const pushes: Push[] = []
  if (after.online && !before.online) {
    const payload: Push['payload'] = ({ version }) => wireCustomer(after, version)
    pushes.push({ action: 'incoming_customer', reaches, payload })
  }
  const changed = customerFields.filter((field) => !isDeepStrictEqual(before[field], after[field]))
  if (changed.length > 0) {
    const fields = Object.fromEntries(changed.map((field) => [field, after[field]]))
    pushes.push(plain('customer_updated', { id: after.id, ...fields }))
  }
  if (before.online && !after.online) {
    pushes.push(plain('customer_left', { id: after.id, left_at: toWireTime(now * 1000) }))
  }
  return pushes
}

/** Whether an agent hears of a customer: of those in their own chats, or as the `login` asked. */
function monitors(inbox: Inbox, customerId: string): (listener: Listener) => boolean {
  const chats = inbox.chatsOf(customerId).flatMap((id) => inbox.read(id) ?? [])
  const members = new Set(chats.flatMap(membersOf))
  const groupIds = chats.flatMap(({ access }) => access.group_ids)
  const readsCustomers = holds('customers:ro')
  return (listener) =>
    readsCustomers(listener) &&
    (members.has(listener.agentId) ||
      (listener.monitoring !== 'my' && groupReach(listener.caller)(groupIds)))
}

function routingPushes(
  inbox: Inbox,
  { agentId, before }: { agentId: string; before: RoutingStatus },
): Push[] {
  const readsAgents = holds('agents--all:ro')
  const status = inbox.routingStatus(agentId)
  const earlier = {
    agents: inbox.agents,
    routingStatus: (id: string) => (id === agentId ? before : inbox.routingStatus(id)),
  }
  const groups = inbox.groups.flatMap(({ id }) => {
    const now = groupStatus(inbox, id)
    return now === groupStatus(earlier, id) ? [] : [{ id, status: now }]
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
