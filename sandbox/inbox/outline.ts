import { threadId } from './ids.ts'
import type { InboxOptions } from './inbox-options.ts'
import type { Plan } from './plan.ts'
import { createRandom, type Random, seedFrom } from './random.ts'
import type { Microseconds } from './wire-time.ts'

/** Which threads a chat has, before they are written out. */
export interface ThreadOutline {
  id: string
  startedAt: Microseconds
  groupId: number
}

const day = 24 * 60 * 60_000_000

/** Oldest first. */
export function outlineThreads(plan: Plan, options: InboxOptions): ThreadOutline[] {
  if (plan.state === 'empty') return []
  const random = createRandom(seedFrom(options.seed, plan.index, 1))
  const count = random.chance(0.6) ? 1 : random.chance(0.65) ? 2 : 3 + random.int(7)
  const outlines: ThreadOutline[] = []
  let { startedAt, groupId } = plan
  for (let position = count; position > 0; position--) {
    outlines.unshift({ id: threadId(options.seed, plan.index, position), startedAt, groupId })
    startedAt -= Math.floor((0.2 + random.next() ** 2 * 60) * day)
    groupId = random.chance(0.85) ? plan.groupId : otherGroup(options, random)
  }
  return outlines
}

function otherGroup(options: InboxOptions, random: Random): number {
  return options.groups[random.int(options.groups.length)]?.id ?? 0
}
