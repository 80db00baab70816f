import type { Random } from '../lib/seeded-random.ts'
import type { ChatEvent, EventContent, Thread } from '../model/chat.ts'
import { type Microseconds, toWireTime } from '../model/wire-time.ts'
import { type Line, type Script, system } from './conversation-script.ts'
import { fill, makeEvent, postChatForm, preChatForm, type ScriptValues } from './make-event.ts'

export interface ThreadPlan {
  id: string
  script: Script
  values: ScriptValues
  startedAt: Microseconds
  /** No event is later. */
  until: Microseconds
  state: 'closed' | 'assigned' | 'unassigned' | 'queued'
  groupId: number
  groupName: string
  rating?: 0 | 1 | undefined
  pinned?: boolean
  continuous: boolean
  /** A colleague who may be called to help. */
  colleague?: { email: string; name: string } | undefined
}

const second = 1_000_000
const minute = 60 * second

/** How threads end, and how many minutes of silence come before. */
const closings: readonly [Closing, ...Closing[]] = [
  { line: closing('manual_archived_agent', '{agent} closed the chat', 'agent'), after: 1 },
  { line: closing('manual_archived_agent', '{agent} closed the chat', 'agent'), after: 2 },
  { line: closing('manual_archived_agent', '{agent} closed the chat', 'agent'), after: 6 },
  {
    line: closing('manual_archived_customer', 'The customer closed the chat', 'customer'),
    after: 1,
  },
  {
    line: closing(
      'archived_customer_disconnected',
      'The chat was closed because the customer left the website',
      'customer',
    ),
    after: 4,
  },
  {
    line: system('routing.archived_inactive', 'The chat was closed after 30 minutes of silence', {
      duration: '30',
    }),
    after: 30,
  },
  {
    line: closing(
      'routing.archived_disconnected',
      'The chat was closed because {agent} had lost internet connection',
      'agent',
    ),
    after: 2,
  },
]

interface Closing {
  line: Line
  after: number
}

function closing(kind: string, text: string, who: 'agent' | 'customer'): Line {
  return system(kind, text, { [who]: who === 'agent' ? '{agent}' : '{name}' })
}

/** Texts that occur in threads of every script. */
export const commonTexts: readonly string[] = [
  ...closings.flatMap(({ line }) => ('text' in line ? [line.text] : [])),
  invitation('{agent}', ''),
  ratedAs('good'),
  ratedAs('bad'),
]

function invitation(initiator: string, agent: string): string {
  return `${initiator} invited ${agent} to the chat`
}

function ratedAs(score: string): string {
  return `The customer rated the chat as ${score}`
}

export function makeThread(plan: ThreadPlan, random: Random): Thread {
  const steps = scheduleScript(plan, random)
  const events = steps.map((step, index): ChatEvent => {
    const id = `${plan.id}_${index + 1}`
    const created_at = toWireTime(step.at)
    if ('line' in step) return makeEvent(step.line, id, created_at, plan.values)
    const frame = { id, created_at, visibility: 'all' as const, author_id: plan.values.customerId }
    return { ...frame, ...step.content }
  })
  const active = plan.state !== 'closed'
  const replied = events.some((event) => event.author_id === plan.values.agentEmail)
  const lastAt = steps.at(-1)?.at ?? plan.startedAt
  const thread: Thread = {
    id: plan.id,
    created_at: toWireTime(plan.startedAt),
    active,
    user_ids: [plan.values.customerId],
    events,
    properties: {
      routing: {
        continuous: plan.continuous,
        unassigned: plan.state === 'unassigned' || plan.state === 'queued',
        start_url: 'https://shop.example.com/',
        ...(active && !replied ? { unreplied: true } : {}),
        ...(active && lastAt < plan.until - 20 * minute ? { idle: true } : {}),
        ...(plan.pinned ? { pinned: true } : {}),
      },
      ...(plan.rating === undefined ? {} : { rating: { score: plan.rating } }),
    },
    access: { group_ids: [plan.groupId] },
  }
  if (replied || plan.state === 'assigned' || plan.state === 'closed') {
    thread.user_ids.push(plan.values.agentEmail)
  }
  if (plan.colleague) thread.user_ids.push(plan.colleague.email)
  if (!active || random.chance(0.3)) thread.tags = [...plan.script.tags]
  if (plan.state === 'queued') thread.queued_at = toWireTime(plan.startedAt)
  if (!active && random.chance(0.25)) {
    thread.summary = {
      status: 'completed',
      text: fill(plan.script.summary, plan.values),
      updated_at: toWireTime(Math.min(plan.until, lastAt + 5 * second)),
    }
  }
  return thread
}

/** A line or other event of a script, with the silence before it. */
type ScriptedEvent = ({ line: Line } | { content: EventContent }) & { silence?: Microseconds }
type ScheduledEvent = ScriptedEvent & { at: Microseconds }

/** Gives the script's lines their times, up to where the conversation is now. */
function scheduleScript(plan: ThreadPlan, random: Random): ScheduledEvent[] {
  const contents: ScriptedEvent[] = []
  if (plan.values.customerName !== '' && random.chance(0.35)) {
    contents.push({ content: preChatForm(plan.values, plan.groupId, plan.groupName) })
  }
  for (const line of linesOf(plan, random)) contents.push({ line })
  if (plan.state === 'closed') contents.push(...endingOf(plan, random))

  let elapsed = 0
  const offsets = contents.map(({ silence = 0 }) => {
    elapsed += silence
    const offset = elapsed
    elapsed += Math.floor((8 + random.next() ** 2 * 110) * second) + random.int(1000)
    return offset
  })
  const available = plan.until - plan.startedAt - 4 * second
  const pace = Math.min(1, available / Math.max(elapsed, 1))
  const resumed = plan.state === 'assigned' && available > 30 * minute && random.chance(0.7)
  const pause = resumed ? available - elapsed - random.int(12 * minute) : 0
  const pausedFrom = Math.max(1, contents.length - 1 - random.int(3))
  return contents.map((content, index) => ({
    ...content,
    at:
      plan.startedAt +
      Math.floor((offsets[index] ?? 0) * pace) +
      (index >= pausedFrom ? Math.max(0, pause) : 0) +
      index,
  }))
}

function linesOf(plan: ThreadPlan, random: Random): Line[] {
  const { lines } = plan.script
  const firstAnswer = lines.findIndex((line) => line.by !== 'customer')
  const opening = lines.slice(0, firstAnswer)
  if (plan.state === 'queued') return opening
  if (plan.state === 'unassigned') {
    return random.chance(0.6)
      ? opening
      : [
          ...lines.slice(0, firstAnswer + 1),
          system(
            'routing.unassigned_disconnected',
            'The chat is unassigned because {agent} lost connection',
            {
              agent: '{agent}',
            },
          ),
        ]
  }
  const shown =
    plan.state === 'assigned' ? lines.slice(0, 1 + random.int(lines.length)) : [...lines]
  if (plan.colleague) {
    shown.splice(
      Math.min(shown.length, opening.length + 1),
      0,
      system('agent_added', invitation('{agent}', plan.colleague.name), {
        initiator: '{agent}',
        agent: plan.colleague.name,
      }),
    )
  }
  return shown
}

function endingOf(plan: ThreadPlan, random: Random): ScriptedEvent[] {
  const { line, after } = random.pick(closings)
  const ending: ScriptedEvent[] = [{ line, silence: after * minute }]
  if (plan.rating !== undefined) {
    const score = plan.rating === 1 ? 'good' : 'bad'
    ending.unshift({
      line: system('rating.chat_rated', ratedAs(score), {
        customer: '{name}',
        score,
      }),
    })
    if (random.chance(0.3)) ending.push({ content: postChatForm(plan.rating === 1) })
  }
  return ending
}
