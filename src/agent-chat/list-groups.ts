import * as v from 'valibot'
import { defineAction } from './define-action.ts'
import { read, readUnique, text } from './wire.ts'

/** A group of agents. */
export interface Group {
  groupId: number
  name: string | undefined
  /** `accepting_chats`, `not_accepting_chats` or `offline`. */
  routingStatus: string | undefined
}

const WireGroup = v.object({ id: v.number(), name: text, routing_status: text })

/**
 * Lists the groups of the organization, with whether one of their agents accepts chats.
 *
 * @see https://platform.text.com/docs/management/configuration-api
 */
export const listGroups = defineAction({
  name: 'list_groups',
  api: 'configuration',
  body: () => ({ fields: ['routing_status'] }),
  read: (response) => readUnique(response, readGroup, ({ groupId }) => String(groupId)),
})

function readGroup(value: unknown): Group | undefined {
  const wire = read(WireGroup, value)
  return wire && { groupId: wire.id, name: wire.name, routingStatus: wire.routing_status }
}
