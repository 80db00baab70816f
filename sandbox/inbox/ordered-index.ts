/** Position of a chat or thread, by start and then id; chats without threads (0) come last. */
export interface Position {
  startedAt: number
  id: string
}

export type SortOrder = 'asc' | 'desc'

/** Items in order, for pages that stay stable while newer ones arrive. */
export interface OrderedIndex<Item extends Position> {
  insert(item: Item): void
  remove(item: Item): void
  /** Those after a position (or from the start), nearest first. */
  after(position: Position | undefined, order: SortOrder): Iterable<Item>
  /** Those before a position, nearest first. */
  before(position: Position, order: SortOrder): Iterable<Item>
  all(): readonly Item[]
}

export function createOrderedIndex<Item extends Position>(
  items: readonly Item[],
): OrderedIndex<Item> {
  const sorted = items.toSorted(compare)

  /** Number of items before a position, in ascending order. */
  const rank = (position: Position): number => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const item = sorted[middle]
      if (item && compare(item, position) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  const threaded = () => rank({ startedAt: 0, id: '' })
  const isAt = (index: number, position: Position) => sorted[index]?.id === position.id

  function* ascending(from: number, to: number) {
    for (let index = from; index < to; index++) yield* at(index)
  }
  function* descending(from: number, to: number) {
    for (let index = from - 1; index >= to; index--) yield* at(index)
  }
  function* at(index: number) {
    const item = sorted[index]
    if (item) yield item
  }

  return {
    insert(item) {
      sorted.splice(rank(item), 0, item)
    },
    remove(item) {
      const index = rank(item)
      if (isAt(index, item)) sorted.splice(index, 1)
    },
    *after(position, order) {
      const border = threaded()
      if (!position) {
        yield* order === 'asc' ? ascending(0, border) : descending(border, 0)
        yield* ascending(border, sorted.length)
        return
      }
      const index = rank(position)
      const next = isAt(index, position) ? index + 1 : index
      if (position.startedAt === 0) yield* ascending(next, sorted.length)
      else {
        yield* order === 'asc' ? ascending(next, border) : descending(index, 0)
        yield* ascending(border, sorted.length)
      }
    },
    *before(position, order) {
      const border = threaded()
      const index = rank(position)
      const next = isAt(index, position) ? index + 1 : index
      if (position.startedAt === 0) {
        yield* descending(index, border)
        yield* order === 'asc' ? descending(border, 0) : ascending(0, border)
      } else yield* order === 'asc' ? descending(index, 0) : ascending(next, border)
    },
    all: () => sorted,
  }
}

function compare(one: Position, other: Position): number {
  const [a, b] = [
    one.startedAt || Number.POSITIVE_INFINITY,
    other.startedAt || Number.POSITIVE_INFINITY,
  ]
  if (a !== b) return a < b ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
