import { useQuery } from '@tanstack/react-query'
import { type Inbox, isInView, type View } from '../../../inbox/index.ts'
import { useSession } from '../../use-session.ts'
import { useQueryKey } from '../agent/use-query-key.ts'
import { useInbox, useServices } from '../inbox-provider.tsx'
import { useIsLive } from '../live/use-live-status.ts'
import { usePolling } from '../pages/use-polling.ts'
import { topOf } from './use-chat-pages.ts'

/** How many open chats no agent has. */
export interface ChatsElsewhere {
  queued: number
  unassigned: number
  /** Otherwise there may be more. */
  isComplete: boolean
}

/**
 * The chats that no agent has; undefined until LiveChat has told.
 *
 * @param groupId Those of this group alone.
 */
export function useChatsElsewhere(groupId: number | undefined): ChatsElsewhere | undefined {
  const { agentChat, queries } = useServices()
  const isLive = useIsLive()
  // Who is connected has been told of every open chat.
  const enabled = useSession().status === 'signed-in' && !isLive
  const listing = { show: 'unassigned', groupId, order: 'newest-first' } as const
  const { data } = useQuery(
    {
      queryKey: useQueryKey('chats elsewhere', groupId),
      ...usePolling((signal) => topOf(agentChat, listing, signal), { enabled, isTold: isLive }),
      enabled,
      structuralSharing: false,
    },
    queries,
  )
  const queued = useInbox((inbox) => countIn(inbox, 'queued', groupId))
  const unassigned = useInbox((inbox) => countIn(inbox, 'unassigned', groupId))
  if (!isLive && !data) return undefined
  return { queued, unassigned, isComplete: isLive || data?.nextPageId === undefined }
}

function countIn({ openChats, myId }: Inbox, view: View, groupId: number | undefined) {
  let count = 0
  for (const chat of openChats.flat()) {
    const isInGroup = groupId === undefined || chat.groupIds.includes(groupId)
    if (isInGroup && isInView(view, chat, myId)) count += 1
  }
  return count
}
