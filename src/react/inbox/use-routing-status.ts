import { useMutation } from '@tanstack/react-query'
import type { RoutingStatus } from '../../agent-chat/live-feed/index.ts'
import { scopesAllow } from '../../auth/index.ts'
import type { Inbox } from '../../inbox/index.ts'
import { useSession } from '../use-session.ts'
import { useInbox, useServices } from './inbox-provider.tsx'
import { useIsLive } from './live/use-live-status.ts'

/** What {@link useRoutingStatus} returns. */
export interface RoutingStatusResult {
  /** As LiveChat says, wherever it was changed; undefined while the page is not connected. */
  status: RoutingStatus | undefined
  /** Whether the session has the scope that changing it takes, `agents--my:rw`. */
  canChange: boolean
  isChanging: boolean
  /** Why the last change failed. */
  error: Error | null
  /** Asks LiveChat to route chats to the agent, or not to. */
  change: (status: Exclude<RoutingStatus, 'offline'>) => void
}

/**
 * Gets whether LiveChat routes new chats to the agent, and what changes that.
 *
 * @throws {Error} Without an `InboxProvider` above.
 * @see https://platform.text.com/docs/messaging/agent-chat-api#set-routing-status
 */
export function useRoutingStatus(): RoutingStatusResult {
  const { agentChat, live, queries } = useServices()
  const session = useSession()
  const isLive = useIsLive()
  const status = useInbox((inbox) => (isLive ? ownStatus(inbox) : undefined))
  const { mutate, isPending, error } = useMutation(
    {
      mutationFn: (next: Exclude<RoutingStatus, 'offline'>) =>
        agentChat.setRoutingStatus({ status: next }),
    },
    queries,
  )
  return {
    status,
    canChange:
      session.status === 'signed-in' && scopesAllow(session.session.scopes, 'agents--my:rw'),
    isChanging: isPending,
    error,
    change(next) {
      const isAccepting = next === 'accepting_chats'
      // LiveChat may stop an agent from accepting chats who is away everywhere.
      if (isAccepting) live.setAway(false)
      mutate(next, { onError: () => isAccepting && live.setAway(true) })
    },
  }
}

function ownStatus({ myId, routingStatuses }: Inbox): RoutingStatus | undefined {
  return myId === undefined ? undefined : routingStatuses.get(myId)
}
