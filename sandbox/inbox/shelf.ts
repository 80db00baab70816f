import type { Header } from './header.ts'

/** Where a chat stands: by start of its last thread, then id; chats without threads come after all. */
export interface Position {
  startedAt: number
  id: string
}

export type SortOrder = 'asc' | 'desc'

/** Headers in order, for pages that stay stable while newer chats arrive. */
export interface Shelf {
  put(header: Header): void
  take(header: Header): void
  /** Those after a position (or from the start), nearest first. */
  after(position: Position | undefined, order: SortOrder): Iterable<Header>
  /** Those before a position, nearest first. */
  before(position: Position, order: SortOrder): Iterable<Header>
  all(): readonly Header[]
}

export function createShelf(headers: Header[]): Shelf {
  const sorted = headers.toSorted(compare)

  /** How many stand before the position, in ascending order. */
  const rank = (position: Position): number => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const header = sorted[middle]
      if (header && compare(header, position) < 0) low = middle + 1
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
    const header = sorted[index]
    if (header) yield header
  }

  return {
    put(header) {
      sorted.splice(rank(header), 0, header)
    },
    take(header) {
      const index = rank(header)
      if (isAt(index, header)) sorted.splice(index, 1)
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
