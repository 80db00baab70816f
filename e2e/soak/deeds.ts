import type { Random } from '../../sandbox/lib/seeded-random.ts'

/** Something that happens now and then. */
export interface Deed {
  name: string
  /** How often, beside the others. */
  weight: number
  run: () => Promise<unknown>
}

export function pickDeed(deeds: readonly Deed[], random: Random): Deed {
  let left = random.next() * deeds.reduce((sum, { weight }) => sum + weight, 0)
  const found = deeds.find(({ weight }) => {
    left -= weight
    return left < 0
  })
  if (!found) throw new RangeError('There is nothing to do.')
  return found
}

export function pickFrom<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[random.int(items.length)]
}
