import * as v from 'valibot'
import type { Position } from '../inbox/ordered-index.ts'
import { ApiError } from './api-error.ts'

const day = 24 * 60 * 60 * 1000
const month = 30 * day

/** Where a page begins and which way it goes. */
export interface PageStart {
  position: Position
  towards: 'next' | 'previous'
}

const cursorSchema = v.object({
  action: v.string(),
  resource: v.string(),
  issuedAt: v.number(),
  towards: v.picklist(['next', 'previous']),
  position: v.object({ startedAt: v.number(), id: v.string() }),
  query: v.unknown(),
})

/** What a `page_id` belongs to: one action on one resource (a chat, or an organization's inbox). */
export interface PageScope {
  action: string
  resource: string
  /** Milliseconds; a `page_id` lasts a month. */
  now: number
}

/**
 * Writes a `page_id`, which carries the request it continues: the server keeps no state between pages (docs/protocol.md
 * 8.4). The same place has the same id all day, so that a list that did not change gives the same response.
 */
export function writePageId(scope: PageScope, start: PageStart, query: unknown): string {
  const { startedAt, id } = start.position
  const cursor = {
    action: scope.action,
    resource: scope.resource,
    issuedAt: scope.now - (scope.now % day),
    towards: start.towards,
    position: { startedAt, id },
    query,
  }
  return Buffer.from(JSON.stringify(cursor)).toString('base64')
}

export function readPageId<Query>(
  scope: PageScope,
  pageId: string,
  querySchema: v.GenericSchema<unknown, Query>,
): { query: Query; start: PageStart } {
  const read = v.safeParse(cursorSchema, parse(pageId))
  if (read.success) {
    const { action, resource, issuedAt, position, towards } = read.output
    const query = v.safeParse(querySchema, read.output.query)
    const ours = action === scope.action && resource === scope.resource
    const alive = issuedAt <= scope.now && scope.now < issuedAt + month
    if (ours && alive && query.success) return { query: query.output, start: { position, towards } }
  }
  throw new ApiError('validation', '`page_id`: unknown or expired')
}

function parse(pageId: string): unknown {
  try {
    return JSON.parse(Buffer.from(pageId, 'base64').toString())
  } catch {
    return undefined
  }
}
