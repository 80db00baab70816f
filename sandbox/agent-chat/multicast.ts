import * as v from 'valibot'
import { action } from './action.ts'

const ids = v.optional(v.array(v.string()), [])

/** Sends agents and customers something that belongs to no chat and that nobody keeps. */
export const multicast = action({
  scopes: [['multicast:rw']],
  body: v.object({
    recipients: v.pipe(
      v.object({
        agents: v.optional(
          v.object({
            all: v.optional(v.boolean(), false),
            ids,
            groups: v.optional(v.array(v.union([v.number(), v.string()])), []),
          }),
        ),
        customers: v.optional(v.object({ ids })),
      }),
      v.check(({ agents, customers }) => Boolean(agents ?? customers), 'a recipient is required'),
    ),
    content: v.unknown(),
    type: v.exactOptional(v.string()),
  }),
  answer(call, { recipients: { agents, customers }, content, type }) {
    const groups = agents?.groups.map(Number) ?? []
    const agentIds = call.inbox.agents
      .filter(
        ({ account, membership }) =>
          agents?.all ||
          agents?.ids.includes(account.email) ||
          groups.some((id) => id === 0 || membership.groupIds.includes(id)),
      )
      .map(({ account }) => account.email)
    call.inbox.changes.publish({
      type: 'multicast',
      userIds: [...agentIds, ...(customers?.ids ?? [])],
      payload: { author_id: call.agentId, content, ...(type === undefined ? {} : { type }) },
      cause: call.cause,
    })
    return {}
  },
})
