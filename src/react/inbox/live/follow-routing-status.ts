import type { LiveUpdate } from '../../../agent-chat/live-feed/index.ts'
import type { InboxStore } from '../../../inbox/index.ts'
import type { LiveConnection } from './live-connection.ts'

/**
 * Has an agent away again who stops accepting chats, in whichever tab or app: they have to accept here to be there.
 *
 * @param inbox Has been told what the connection tells, so it knows who the agent is.
 */
export function followRoutingStatus(
  connection: Pick<LiveConnection, 'onUpdate' | 'setAway'>,
  inbox: Pick<InboxStore, 'getSnapshot'>,
): void {
  connection.onUpdate((update) => {
    const status = statusIn(update, inbox.getSnapshot().myId)
    if (status !== undefined && status !== 'accepting_chats') connection.setAway(true)
  })
}

function statusIn(update: LiveUpdate, myId: string | undefined): string | undefined {
  if (update.type === 'connected') return update.routingStatus
  return update.type === 'routing_status_set' && update.agentId === myId ? update.status : undefined
}
