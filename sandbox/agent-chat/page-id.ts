import * as v from 'valibot'
import { ApiError } from './api-error.ts'

const month = 30 * 24 * 60 * 60 * 1000

/** Where a page begins, which way it goes, and the request it continues (8.4). */
export interface Page<Query> {
  query: Query
  /** Absent on the first page. */
  from?: { position: Position; towards: 'next' | 'previous' }
}

interface Position {
  startedAt: number
  id: string
}

const cursorSchema = v.object({
  action: v.string(),
  resource: v.string(),
  issuedAt: v.number(),
  towards: v.picklist(['next', 'previous']),
  position: v.object({ startedAt: v.number(), id: v.string() }),
  query: v.unknown(),
})

/** Pages of one action about one resource (a chat, or an organization's inbox). */
export function createPager<Query>(
  action: string,
  resource: string,
  now: number,
  schema: v.GenericSchema<unknown, Query>,
) {
  return {
    open(pageId: string): Page<Query> {
      const cursor = v.safeParse(cursorSchema, parse(pageId))
      const known =
        cursor.success &&
        cursor.output.action === action &&
        cursor.output.resource === resource &&
        cursor.output.issuedAt <= now &&
        now < cursor.output.issuedAt + month
      if (!known) throw new ApiError('validation', '`page_id`: unknown or expired')
      const query = v.safeParse(schema, cursor.output.query)
      if (!query.success) throw new ApiError('validation', '`page_id`: unknown or expired')
      const { position, towards } = cursor.output
      return { query: query.output, from: { position, towards } }
    },
    pageId(towards: 'next' | 'previous', position: Position, query: Query): string {
      const { startedAt, id } = position
      const cursor = {
        action,
        resource,
        issuedAt: now,
        towards,
        position: { startedAt, id },
        query,
      }
      return Buffer.from(JSON.stringify(cursor)).toString('base64')
    },
  }
}

function parse(pageId: string): unknown {
  try {
    return JSON.parse(Buffer.from(pageId, 'base64').toString())
  } catch {
    return undefined
  }
}

/** The first match and the rest of a page's worth; `more` tells whether another match follows. */
export function takePage<Item>(
  items: Iterable<Item>,
  matches: (item: Item) => boolean,
  limit: number,
): { page: Item[]; more: boolean } {
  const page: Item[] = []
  for (const item of items) {
    if (!matches(item)) continue
    if (page.length === limit) return { page, more: true }
    page.push(item)
  }
  return { page, more: false }
}
