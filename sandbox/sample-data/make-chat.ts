import { createRandom, type Random, seedFrom } from '../lib/seeded-random.ts'
import type { AgentUser, Chat, Customer, Thread } from '../model/chat.ts'
import { customerId } from '../model/ids.ts'
import { fromWireTime, type Microseconds, toWireTime } from '../model/wire-time.ts'
import { chatProperties, type Plan } from './chat-plan.ts'
import type { InboxOptions } from './inbox-options.ts'
import { identityOf, makeCustomer } from './make-customer.ts'
import type { ScriptValues } from './make-event.ts'
import { makeThread } from './make-thread.ts'
import { outlineThreads } from './thread-outline.ts'

const minute = 60_000_000

/** The agent of old chats in a group that has no agents any more. */
export const formerAgent = 'former@example.com'

/** Writes a planned chat out in full; the same plan always gives the same chat. */
export function makeChat(plan: Plan, options: InboxOptions): Chat {
  const random = createRandom(seedFrom(options.seed, plan.index))
  const now = options.now * 1000
  const id = customerId(options.seed, plan.index)
  const customer = makeCustomer(id, identityOf(plan, options.seed), plan, now, random)
  const threads =
    plan.state === 'empty'
      ? []
      : makeThreads(plan, options, now, random, {
          customerId: customer.id,
          customerName: customer.name ?? '',
          customerEmail: customer.email ?? '',
          city: customer.visit?.geolocation.city ?? '',
        })
  const chat: Chat = {
    id: plan.id,
    customer,
    agents: [],
    threads,
    properties: chatProperties(plan),
    access: { group_ids: [plan.groupId] },
    followers: options.agents.filter(() => random.chance(0.05)).map(({ account }) => account.email),
  }
  chat.agents = agentsOf(chat, options, random)
  stampCustomer(chat, customer)
  return chat
}

type Guest = Pick<ScriptValues, 'customerId' | 'customerName' | 'customerEmail' | 'city'>

function makeThreads(
  plan: Plan,
  options: InboxOptions,
  now: Microseconds,
  random: Random,
  guest: Guest,
): Thread[] {
  const outlines = outlineThreads(plan, options)
  return outlines.map((outline, index) => {
    const latest = index === outlines.length - 1
    const agent =
      named(options, latest ? plan.agent : undefined) ?? anyone(outline.groupId, options, random)
    const thread = makeThread(
      {
        ...outline,
        values: {
          ...guest,
          agentEmail: agent.email,
          agentName: agent.name,
          order: outline.order,
        },
        until: (outlines[index + 1]?.startedAt ?? now + minute) - minute,
        state: latest && plan.state !== 'empty' ? plan.state : 'closed',
        groupName: options.groups.find(({ id }) => id === outline.groupId)?.name ?? 'General',
        continuous: plan.continuous,
        rating: latest ? plan.rating : undefined,
        pinned: latest && plan.pinned,
        colleague: colleagueOf(plan, latest, agent.email, options, random),
      },
      random,
    )
    if (plan.restricted || (index < outlines.length - 2 && random.chance(0.1))) {
      thread.restricted_access = "You can't access threads older than 60 days on starter plan"
    }
    return thread
  })
}

function named(options: InboxOptions, email: string | undefined) {
  return options.agents.find(({ account }) => account.email === email)?.account
}

function anyone(
  groupId: number,
  options: InboxOptions,
  random: Random,
): { email: string; name: string } {
  const able = options.agents.filter(
    ({ membership }) => groupId === 0 || membership.groupIds.includes(groupId),
  )
  return (
    able[random.int(able.length)]?.account ?? {
      email: formerAgent,
      name: 'A former colleague',
    }
  )
}

function colleagueOf(
  plan: Plan,
  latest: boolean,
  email: string,
  options: InboxOptions,
  random: Random,
) {
  if (!random.chance(0.08) || (latest && plan.state !== 'closed')) return undefined
  return options.agents.find(({ account }) => account.email !== email)?.account
}

/** Everyone who is or was in a thread; who is there now has read up to somewhere. */
function agentsOf(chat: Chat, options: InboxOptions, random: Random): AgentUser[] {
  const last = chat.threads.at(-1)
  const events = chat.threads.flatMap((thread) => thread.events)
  return options.agents
    .filter(({ account }) => chat.threads.some((thread) => thread.user_ids.includes(account.email)))
    .map(({ account }) => {
      const present =
        last?.active === true &&
        last.user_ids.includes(account.email) &&
        last.properties.routing?.unassigned !== true
      const unread = present ? random.int(3) : 0
      const own = events.findLastIndex((event) => event.author_id === account.email)
      const user: AgentUser = {
        id: account.email,
        type: 'agent',
        name: account.name,
        email: account.email,
        present,
        visibility: 'all',
      }
      if (account.avatarUrl) user.avatar = account.avatarUrl
      const seen = events[Math.max(own, events.length - 1 - unread)]
      if (seen) user.events_seen_up_to = seen.created_at
      return user
    })
}

function stampCustomer(chat: Chat, customer: Customer): void {
  const events = chat.threads.flatMap((thread) => thread.events)
  const theirs = events.findLast((event) => event.author_id === customer.id)
  const ours = events.findLast(
    (event) => event.author_id?.includes('@') && event.visibility === 'all',
  )
  if (theirs) customer.customer_last_event_created_at = theirs.created_at
  if (ours) customer.agent_last_event_created_at = ours.created_at
  const seen = events.at(-1)
  if (seen) customer.events_seen_up_to = seen.created_at
  customer.statistics = { ...customer.statistics, threads_count: chat.threads.length }
  const last = chat.threads.at(-1)
  if (last && customer.visit) {
    const { ip, user_agent, geolocation } = customer.visit
    last.customer_visit = { ip, user_agent, geolocation }
  }
  const first = chat.threads[0]
  if (
    first &&
    customer.created_at &&
    fromWireTime(customer.created_at) > fromWireTime(first.created_at)
  ) {
    customer.created_at = toWireTime(fromWireTime(first.created_at) - minute)
  }
}
