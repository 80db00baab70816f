/** Random numbers that repeat: the same seed gives the same sample data on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** A whole number in [0, below). */
  int(below: number): number
  chance(probability: number): boolean
  pick<const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number]
}

/** The mulberry32 generator: 32 bits of state, ample for a sample world. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(items.length)] ?? items[0],
  }
}

/** Makes one seed of several numbers, so that each chat has its own random numbers. */
export function seedFrom(...parts: number[]): number {
  let seed = 0x811c9dc5
  for (const part of parts) {
    seed = Math.imul(seed ^ part, 0x01000193)
    seed = Math.imul(seed ^ (seed >>> 15), 0x85ebca6b)
  }
  return (seed ^ (seed >>> 13)) >>> 0
}
