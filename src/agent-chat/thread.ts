import * as v from 'valibot'
import { type Properties, type Queue, readProperties, readQueue, WireAccess } from './chat.ts'
import { type ChatEvent, readEvent } from './event.ts'
import { anything, flag, maybe, read, readUnique, readValues, text, toTime } from './wire.ts'

/** One conversation of a chat, from the time it is opened to the time it is closed. */
export interface Thread {
  id: string
  /** Whether the thread is open. */
  active: boolean
  /** When it began, in milliseconds since 1970. */
  createdAt: number | undefined
  /** Oldest first. */
  events: ChatEvent[]
  /** LiveChat's reason why the events may not be seen. */
  restricted: string | undefined
  /** Present while the customer waits in the queue. */
  queue: Queue | undefined
  tags: string[]
  properties: Properties
  /** The summary LiveChat wrote of the thread, once there is one. */
  summary: string | undefined
  /** The groups whose agents may see the thread. */
  groupIds: number[]
}

const WireThread = v.object({
  id: v.string(),
  active: flag,
  created_at: text,
  events: anything,
  restricted_access: text,
  queue: anything,
  tags: anything,
  properties: anything,
  summary: maybe(v.object({ text })),
  access: WireAccess,
})

/**
 * Reads one thread of `list_threads`, `get_chat` or `list_archives`.
 *
 * @returns undefined when it has no id.
 * @see https://platform.text.com/docs/messaging/agent-chat-api/data-structures#thread
 */
export function readThread(value: unknown): Thread | undefined {
  const wire = read(WireThread, value)
  if (!wire) return undefined
  return {
    id: wire.id,
    active: wire.active ?? false,
    createdAt: toTime(wire.created_at),
    events: readUnique(wire.events, readEvent, ({ id }) => id),
    restricted: wire.restricted_access,
    queue: readQueue(wire.queue),
    tags: readValues(wire.tags, v.string()),
    properties: readProperties(wire.properties),
    summary: wire.summary?.text || undefined,
    groupIds: readValues(wire.access?.group_ids, v.number()),
  }
}
