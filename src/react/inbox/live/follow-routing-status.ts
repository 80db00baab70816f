import type { LiveUpdate } from '../../../agent-chat/live-feed/index.ts'
import type { LiveConnection } from './live-connection.ts'

/** Has an agent away again who stops accepting chats, in whichever tab or app: they have to accept here to be there. */
export function followRoutingStatus(
  connection: Pick<LiveConnection, 'onUpdate' | 'setAway'>,
): void {
  let myId: string | undefined
  connection.onUpdate((update) => {
    if (update.type === 'connected') myId = update.agentId
    const status = statusIn(update, myId)
    if (status !== undefined && status !== 'accepting_chats') connection.setAway(true)
  })
}

function statusIn(update: LiveUpdate, myId: string | undefined): string | undefined {
  if (update.type === 'connected') return update.routingStatus
  return update.type === 'routing_status_set' && update.agentId === myId ? update.status : undefined
}
