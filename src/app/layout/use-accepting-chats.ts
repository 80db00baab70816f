import { useState } from 'react'
import { useServices } from '../../react/inbox/inbox-internal.ts'
import { type AgentServices, useRoutingStatus } from '../../react/inbox/index.ts'

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

/** Those whose agent knows of it, by what they did or were told. */
const known = new WeakSet<AgentServices>()

/** Whether LiveChat routes new chats to the agent, and the way to change that. */
export function useAcceptingChats(): AcceptingChats {
  const { status, change, ...routing } = useRoutingStatus()
  const agent = useServices()
  const [, setKnown] = useState(false)
  const learn = () => {
    known.add(agent)
    setKnown(true)
  }
  const isAccepting = status && status === 'accepting_chats'
  return {
    ...routing,
    isAccepting,
    change(next) {
      learn()
      change(next ? 'accepting_chats' : 'not_accepting_chats')
    },
    isSurprise: isAccepting === true && !known.has(agent),
    confirm() {
      learn()
      agent.live.setAway(false)
    },
  }
}
