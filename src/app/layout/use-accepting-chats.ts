import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { scopesAllow } from '../../auth/index.ts'
import {
  type Inbox,
  type LiveConnection,
  useInbox,
  useIsLive,
  useLiveConnection,
} from '../../react/inbox/inbox-internal.ts'
import { useAgentChat } from '../../react/inbox/index.ts'
import { useSession } from '../../react/index.ts'

export interface AcceptingChats {
  /** As LiveChat says; undefined while it does not. */
  isAccepting: boolean | undefined
  /** The sign-in has the right to change it. */
  canChange: boolean
  isChanging: boolean
  /** Why the last change failed. */
  error: Error | null
  change: (isAccepting: boolean) => void
  /** LiveChat routes chats here although the agent has not asked for it on this page. */
  isSurprise: boolean
  /** The agent wants them. */
  confirm: () => void
}

/** Connections whose agent knows of it, by what they did or were told. */
const known = new WeakSet<LiveConnection>()

/** Whether LiveChat routes new chats to the agent, and the way to change that. */
export function useAcceptingChats(): AcceptingChats {
  const agentChat = useAgentChat()
  const connection = useLiveConnection()
  const session = useSession()
  const isLive = useIsLive()
  const isAccepting = useInbox((inbox) => (isLive ? acceptsChats(inbox) : undefined))
  const [, setKnown] = useState(false)
  const learn = () => {
    known.add(connection)
    setKnown(true)
  }
  const { mutate, isPending, error } = useMutation({
    mutationFn: (isAccepted: boolean) =>
      agentChat.setRoutingStatus({
        status: isAccepted ? 'accepting_chats' : 'not_accepting_chats',
      }),
  })
  return {
    isAccepting,
    canChange:
      session.status === 'signed-in' && scopesAllow(session.session.scopes, 'agents--my:rw'),
    isChanging: isPending,
    error,
    change(next) {
      learn()
      // LiveChat may stop an agent from accepting chats who is away everywhere.
      if (next) connection.setAway(false)
      mutate(next, { onError: () => next && connection.setAway(true) })
    },
    isSurprise: isAccepting === true && !known.has(connection),
    confirm() {
      learn()
      connection.setAway(false)
    },
  }
}

function acceptsChats({ myId, routingStatuses }: Inbox): boolean | undefined {
  const status = myId === undefined ? undefined : routingStatuses.get(myId)
  return status && status === 'accepting_chats'
}
