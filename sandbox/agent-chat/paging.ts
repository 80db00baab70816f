import * as v from 'valibot'
import type { OrderedIndex, Position, SortOrder } from '../inbox/ordered-index.ts'
import { type PageScope, type PageStart, readPageId, writePageId } from './page-id.ts'

export const sortOrder = v.optional(v.picklist(['asc', 'desc']), 'desc')

export const limitOf = (usual: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), usual)

const absent = v.optional(v.never('may not accompany `page_id`'))

/** The body of a later page: `page_id` and what the first request named besides its query. */
export const laterPage = {
  page_id: v.string(),
  filters: absent,
  sort_order: absent,
  limit: absent,
  min_events_count: absent,
  highlights: absent,
}

/** Chooses between the two bodies of a paged action. */
export function firstOrLater<First extends v.GenericSchema, Later extends v.GenericSchema>(
  first: First,
  later: Later,
) {
  return v.lazy((body): First | Later =>
    typeof body === 'object' && body !== null && 'page_id' in body ? later : first,
  )
}

interface PageRequest<Item extends Position, Query> {
  scope: PageScope
  index: Pick<OrderedIndex<Item>, 'after' | 'before'>
  matches: (item: Item) => boolean
  query: Query & { sort_order: SortOrder }
  start: PageStart | undefined
  /** Whether a page is complete. */
  isFull: (page: Item[]) => boolean
}

/** One page, and the ids of its neighbours where there are any. */
export function readPage<Item extends Position, Query>(request: PageRequest<Item, Query>) {
  const { scope, index, matches, query, start, isFull } = request
  const order = query.sort_order
  const backwards = start?.towards === 'previous'
  const items = backwards
    ? index.before(start.position, order)
    : index.after(start?.position, order)
  const taken = take(items, matches, isFull)
  const page = backwards ? taken.page.toReversed() : taken.page
  const [first, last] = [page[0], page.at(-1)]
  const hasPrevious = first && (backwards ? taken.more : any(index.before(first, order), matches))
  const hasNext = last && (backwards ? any(index.after(last, order), matches) : taken.more)
  const idOf = (towards: PageStart['towards'], position: Position) =>
    writePageId(scope, { towards, position }, query)
  return {
    page,
    neighbours: {
      ...(hasNext ? { next_page_id: idOf('next', last) } : {}),
      ...(hasPrevious ? { previous_page_id: idOf('previous', first) } : {}),
    },
  }
}

/** The query of this request, or of the one its `page_id` continues. */
export function continued<Query>(
  scope: PageScope,
  body: { page_id: string } | NoInfer<Query>,
  schema: v.GenericSchema<unknown, Query>,
): { query: Query; start: PageStart | undefined } {
  return isLater(body) ? readPageId(scope, body.page_id, schema) : { query: body, start: undefined }
}

function isLater<Query>(body: { page_id: string } | Query): body is { page_id: string } {
  return typeof body === 'object' && body !== null && 'page_id' in body
}

function take<Item>(
  items: Iterable<Item>,
  matches: (item: Item) => boolean,
  isFull: (page: Item[]) => boolean,
): { page: Item[]; more: boolean } {
  const page: Item[] = []
  for (const item of items) {
    if (!matches(item)) continue
    if (isFull(page)) return { page, more: true }
    page.push(item)
  }
  return { page, more: false }
}

function any<Item>(items: Iterable<Item>, matches: (item: Item) => boolean): boolean {
  for (const item of items) if (matches(item)) return true
  return false
}
