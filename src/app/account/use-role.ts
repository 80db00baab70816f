import { useQuery } from '@tanstack/react-query'
import type { Account, EndedSession } from '../../auth/index.ts'
import { useSession } from '../../react/index.ts'
import { useAgentChat } from '../session/agent-chat-context.ts'
import { ownerOf } from '../session/session-owner.ts'
import { scopesAllow } from './scope-allows.ts'

/** The agent's role in LiveChat, from wherever this session may know it; undefined when it may not. */
export function useRole(session: EndedSession, account: Account | undefined): string | undefined {
  const agentChat = useAgentChat()
  const { status } = useSession()
  const { data } = useQuery({
    queryKey: ['profile', ownerOf(session), session.scopes],
    queryFn: ({ signal }) => agentChat.getAgent(account?.email ?? '', { signal }),
    enabled:
      account !== undefined &&
      status === 'signed-in' &&
      scopesAllow(session.scopes, 'agents--my:ro'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data?.role ?? account?.role
}
