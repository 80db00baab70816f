import { useQuery } from '@tanstack/react-query'
import type { AgentProfile } from '../../agent-chat/index.ts'
import { scopesAllow, sessionOf } from '../../auth/index.ts'
import { useAccount, useQueryKey } from '../../react/inbox/inbox-internal.ts'
import { useAgentChat } from '../../react/inbox/index.ts'
import { useSession } from '../../react/index.ts'

/** The agent as LiveChat's settings know them; undefined when this session may not know. */
export function useProfile(): AgentProfile | undefined {
  const agentChat = useAgentChat()
  const email = useAccount()?.email
  const state = useSession()
  const session = sessionOf(state)
  const { data } = useQuery({
    queryKey: useQueryKey('profile', session?.scopes),
    queryFn: ({ signal }) => agentChat.getAgent(email ?? '', { signal }),
    enabled:
      email !== undefined &&
      state.status === 'signed-in' &&
      scopesAllow(state.session.scopes, 'agents--my:ro'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}
