import * as v from 'valibot'
import { type Properties, type Queue, toProperties, toQueue } from './chat.ts'
import { type ChatEvent, toEvent } from './event.ts'
import { anything, flag, maybe, read, readList, text, toTime } from './wire.ts'

/** One conversation of a chat, from its beginning to its closing. */
export interface Thread {
  id: string
  active: boolean
  /** Milliseconds since 1970. */
  createdAt: number | undefined
  /** Oldest first. */
  events: ChatEvent[]
  /** LiveChat's reason why the events may not be seen. */
  restricted: string | undefined
  /** Present while the customer waits in the queue. */
  queue: Queue | undefined
  tags: string[]
  properties: Properties
  /** LiveChat's own summary, once there is one. */
  summary: string | undefined
  groupIds: number[]
}

const WireThread = v.object({
  id: v.string(),
  active: flag,
  created_at: text,
  events: anything,
  restricted_access: text,
  queue: anything,
  tags: v.fallback(v.array(v.string()), []),
  properties: anything,
  summary: maybe(v.object({ text })),
  access: maybe(v.object({ group_ids: v.fallback(v.array(v.number()), []) })),
})

/**
 * Reads one thread of `list_threads`, `get_chat` or `list_archives`.
 *
 * @returns undefined when it has no id.
 * @see https://platform.text.com/docs/messaging/agent-chat-api/data-structures#thread
 */
export function toThread(value: unknown): Thread | undefined {
  const wire = read(WireThread, value)
  if (!wire) return undefined
  return {
    id: wire.id,
    active: wire.active ?? false,
    createdAt: toTime(wire.created_at),
    events: readList(wire.events, toEvent),
    restricted: wire.restricted_access,
    queue: toQueue(wire.queue),
    tags: wire.tags,
    properties: toProperties(wire.properties),
    summary: wire.summary?.text || undefined,
    groupIds: wire.access?.group_ids ?? [],
  }
}
