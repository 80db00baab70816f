/** Somebody who does the work of a line: the floor, this package, a peer. */
export interface Contender<Cost = number> {
  name: string
  /** Does the work once and returns what it cost. */
  run: () => Promise<Cost>
}

export interface Rounds {
  counted: number
  /** Rounds before those that count. */
  warmUp: number
}

/** Samples by the name of the contender, one a round. */
export type Samples<Cost = number> = Record<string, Cost[]>

/**
 * Lets the contenders work in turn, round after round, each round with another one first: what the machine does
 * meanwhile, and what one leaves to the next, meets all of them.
 */
export async function race<Cost>(
  contenders: readonly Contender<Cost>[],
  { counted, warmUp }: Rounds,
): Promise<Samples<Cost>> {
  const samples: Samples<Cost> = Object.fromEntries(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < warmUp + counted; round += 1) {
    const first = round % contenders.length
    for (const { name, run } of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      const cost = await run()
      if (round >= warmUp) samples[name]?.push(cost)
    }
  }
  return samples
}

/** One of several costs of the same work. */
export function costOf<Cost>(samples: Samples<Cost>, read: (cost: Cost) => number): Samples {
  return Object.fromEntries(Object.entries(samples).map(([name, costs]) => [name, costs.map(read)]))
}
