import { createRandom, type Random } from '../lib/seeded-random.ts'
import type { Properties } from '../model/chat.ts'
import { chatId } from '../model/ids.ts'
import type { Microseconds } from '../model/wire-time.ts'
import type { Script } from './conversation-script.ts'
import { createScriptPicker } from './conversation-scripts.ts'
import type { InboxOptions } from './inbox-options.ts'

/** The plan of a sample chat; everything else follows from it and the seed when the chat is first read. */
export interface Plan {
  id: string
  index: number
  /** Start of the last thread; 0 for a chat that never had one. */
  startedAt: Microseconds
  state: 'empty' | 'closed' | 'assigned' | 'unassigned' | 'queued'
  groupId: number
  /** Email of the agent who has or had it. */
  agent: string | undefined
  script: Script
  rating: 0 | 1 | undefined
  pinned: boolean
  continuous: boolean
  restricted: boolean
}

const minute = 60_000_000
const day = 24 * 60 * minute

/** Chats an agent has at once, well below the twenty LiveChat allows. */
const capacity = 8

/** Newest first. */
export function planChats(options: InboxOptions): Plan[] {
  const random = createRandom(options.seed)
  const pickScript = createScriptPicker(random)
  const loads = new Map<string, number>()
  return Array.from({ length: options.chats }, (_, index) =>
    planChat(options, index, random, pickScript(), loads),
  )
}

function planChat(
  options: InboxOptions,
  index: number,
  random: Random,
  script: Script,
  loads: Map<string, number>,
): Plan {
  const age = ageOf(index, options.chats, random)
  const wanted = stateOf(index, options.chats, age, random)
  const groupId = groupOf(options, script, random)
  const taken = wanted === 'closed' || wanted === 'assigned'
  const agent = taken ? agentOf(options, groupId, wanted, loads, random) : undefined
  const state = wanted === 'assigned' && agent === undefined ? 'unassigned' : wanted
  if (agent !== undefined && state === 'assigned') loads.set(agent, (loads.get(agent) ?? 0) + 1)
  return {
    id: chatId(options.seed, index),
    index,
    startedAt: state === 'empty' ? 0 : Math.floor(options.now * 1000 - age),
    state,
    groupId,
    agent,
    script,
    rating: state === 'closed' && random.chance(0.22) ? (random.chance(0.82) ? 1 : 0) : undefined,
    pinned: state === 'unassigned' && random.chance(0.4),
    continuous: random.chance(0.15),
    restricted: state === 'closed' && index > options.chats * 0.9 && random.chance(0.12),
  }
}

/** Dense in the last hours, thinner towards a horizon that is farther for a larger inbox. */
function ageOf(index: number, chats: number, random: Random): Microseconds {
  const crowd = (250 / Math.max(chats, 250)) ** 0.25
  const horizon = (150 * day) / crowd
  const position = (index + random.next() * 0.9) / chats
  return 3 * minute + horizon * position ** (1 + 2 * crowd)
}

function stateOf(index: number, chats: number, age: Microseconds, random: Random): Plan['state'] {
  if (index > 20 && random.chance(0.015)) return 'empty'
  const fresh = index < Math.min(30, Math.ceil(chats * 0.12))
  const active = age < 12 * minute || random.chance(fresh ? 0.75 : 0.03)
  if (!active) return 'closed'
  const roll = random.next()
  if (age < 50 * minute && roll < 0.25) return 'queued'
  return roll > (fresh ? 0.8 : 0.6) ? 'unassigned' : 'assigned'
}

function groupOf(options: InboxOptions, script: Script, random: Random): number {
  const ids = options.groups.map((group) => group.id)
  const usual = random.chance(0.75)
    ? script.groupId
    : random.chance(0.6)
      ? 0
      : ids[random.int(ids.length)]
  return usual !== undefined && ids.includes(usual) ? usual : 0
}

function agentOf(
  options: InboxOptions,
  groupId: number,
  state: Plan['state'],
  loads: Map<string, number>,
  random: Random,
): string | undefined {
  const able = options.agents.filter(
    ({ account, membership }) =>
      (groupId === 0 || membership.groupIds.includes(groupId)) &&
      (state === 'closed' || (loads.get(account.email) ?? 0) < capacity),
  )
  // The first agent, whom people sign in as, has the most to show.
  return able[Math.floor(random.next() ** 1.6 * able.length)]?.account.email
}

/** Properties of the chat itself, which `list_chats` filters by. */
export function chatProperties(plan: Plan): Properties {
  const routing: Properties[string] = { continuous: plan.continuous }
  if (plan.state === 'unassigned' || plan.state === 'queued') routing.unassigned = true
  if (plan.state === 'assigned') routing.unassigned = false
  if (plan.pinned) routing.pinned = true
  const properties: Properties = { routing, source: { client_id: websiteClientId } }
  if (plan.rating !== undefined) properties.rating = { score: plan.rating }
  return properties
}

/** The chat widget, as a client of LiveChat. */
export const websiteClientId = 'c5e4f61e1a6c3b1521b541bc5c5a2ac5'
