import { createRandom, type Random, seedFrom } from '../lib/seeded-random.ts'
import { threadId } from '../model/ids.ts'
import type { Microseconds } from '../model/wire-time.ts'
import type { Plan } from './chat-plan.ts'
import type { Script } from './conversation-script.ts'
import { scriptsIn } from './conversation-scripts.ts'
import type { InboxOptions } from './inbox-options.ts'

/** Which threads a chat has, before they are written out. */
export interface ThreadOutline {
  id: string
  startedAt: Microseconds
  groupId: number
  /** The number of the order it is about. */
  order: string
  /** The script it follows. */
  script: Script
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
    outlines.unshift({
      id: threadId(options.seed, plan.index, position),
      startedAt,
      groupId,
      ...storyOf(plan, options.seed, position, position === count),
    })
    startedAt -= Math.floor((0.2 + random.next() ** 2 * 60) * day)
    groupId = random.chance(0.85) ? plan.groupId : otherGroup(options, random)
  }
  return outlines
}

/** Uses random numbers of its own, so that a search knows the result without writing the chat out. */
function storyOf(plan: Plan, seed: number, position: number, latest: boolean) {
  const random = createRandom(seedFrom(seed, plan.index, 3, position))
  const told = scriptsIn(plan.script.language)
  return {
    order: `#${10_000 + random.int(89_999)}`,
    script: latest ? plan.script : (told[random.int(told.length)] ?? plan.script),
  }
}

function otherGroup(options: InboxOptions, random: Random): number {
  return options.groups[random.int(options.groups.length)]?.id ?? 0
}
