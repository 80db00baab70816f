import type { Chat } from '../agent-chat/index.ts'
import { countBefore } from './sorted-pages.ts'

/**
 * The chats of a list in order, page by page: a page that did not change is the same array, so that whoever compares two
 * lists needs to look at what changed alone, however much is loaded.
 */
export interface ChatRows {
  readonly pages: readonly (readonly Chat[])[]
  readonly length: number
  readonly ids: Pick<readonly string[], 'length' | 'at' | 'indexOf'>
  /** The chat of a row, counted from 0. */
  at(index: number): Chat | undefined
  /** Some of them, as an array's `slice` does; no place is counted from the end. */
  slice(start: number, end: number): Chat[]
  /** The chat with an id, if the list has it. */
  find(id: string): Chat | undefined
}

/** @param pages Each chat once. */
export function rowsOf(pages: readonly (readonly Chat[])[]): ChatRows {
  const starts: number[] = []
  let length = 0
  for (const page of pages) {
    starts.push(length)
    length += page.length
  }
  const at = (index: number) => {
    const page = countBefore(starts, (start) => start <= index) - 1
    return pages[page]?.[index - (starts[page] ?? 0)]
  }
  /** The page of the last id that was asked for: the next one is mostly near. */
  let near = 0
  const indexOf = (id: string) => {
    const last = pages.length - 1
    for (let step = 0; step <= Math.max(near, last - near); step += 1) {
      for (const index of step === 0 ? [near] : [near + step, near - step]) {
        const place = placesIn(pages[index])?.get(id)
        if (place === undefined) continue
        near = index
        return (starts[index] ?? 0) + place
      }
    }
    return -1
  }
  return {
    pages,
    length,
    at,
    slice(start, end) {
      const places = Math.max(0, Math.min(end, length) - start)
      return Array.from({ length: places }, (_, index) => at(start + index)).flatMap(
        (chat) => chat ?? [],
      )
    },
    find: (id) => at(indexOf(id)),
    ids: { length, at: (index) => at(index)?.id, indexOf },
  }
}

/** Goes with the pages, which go with the session. */
const places = new WeakMap<readonly Chat[], ReadonlyMap<string, number>>()

/** The places of the chats of a page, by id; made once for each page. */
export function placesIn(chats: readonly Chat[]): ReadonlyMap<string, number>
export function placesIn(
  chats: readonly Chat[] | undefined,
): ReadonlyMap<string, number> | undefined
export function placesIn(
  chats: readonly Chat[] | undefined,
): ReadonlyMap<string, number> | undefined {
  if (!chats) return undefined
  const known = places.get(chats) ?? new Map(chats.map(({ id }, index) => [id, index]))
  places.set(chats, known)
  return known
}
