import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { AgentChatClient, AgentProfile, CallOptions, Group } from '../../agent-chat/index.ts'
import { scopesAllow, sessionOf } from '../../auth/index.ts'
import { useQueryKey } from '../../react/inbox/inbox-internal.ts'
import { useAgentChat } from '../../react/inbox/index.ts'
import { useSession } from '../../react/index.ts'
import { sessionText } from './session-text.ts'

interface Directory<Value> {
  /** Names it among everything this session asked. */
  about: string
  /** All of them are needed to ask. */
  scopes: readonly string[]
  ask: (agentChat: AgentChatClient, options: CallOptions) => Promise<Value>
  /** Milliseconds an answer is good for; default: as long as the session. */
  staleTime?: number
}

const agents: Directory<AgentProfile[]> = {
  about: 'agents',
  scopes: ['agents--all:ro'],
  ask: (agentChat, options) => agentChat.listAgents(undefined, options),
}
const groups: Directory<Group[]> = {
  about: 'named groups',
  scopes: ['groups--all:ro'],
  ask: (agentChat, options) => agentChat.listGroups(undefined, options),
}
const tags: Directory<string[]> = {
  about: 'tags',
  scopes: ['tags--groups:ro'],
  ask: (agentChat, options) => agentChat.listTags(undefined, options),
}
const routingStatuses: Directory<ReadonlyMap<string, string>> = {
  about: 'routing statuses',
  scopes: ['agents--all:ro', 'agents-bot--all:ro'],
  ask: async (agentChat, options) => {
    const statuses = await agentChat.listRoutingStatuses(undefined, options)
    return new Map(statuses.map(({ agentId, status }) => [agentId.toLowerCase(), status]))
  },
  staleTime: 0,
}

/** The agents of the organization; undefined until LiveChat has told, or when this session may not know. */
export function useAgents(): readonly AgentProfile[] | undefined {
  return useDirectory(agents)
}

/** The groups of the organization, likewise. */
export function useNamedGroups(): readonly Group[] | undefined {
  return useDirectory(groups)
}

/** The tags, likewise. */
export function useKnownTags(): readonly string[] | undefined {
  return useDirectory(tags)
}

/** Who accepts chats now, by lower-case email, likewise. */
export function useRoutingStatuses(): ReadonlyMap<string, string> | undefined {
  return useDirectory(routingStatuses)
}

/** What to call a group, by its number. */
export function useGroupName(): (groupId: number) => string {
  const known = useNamedGroups()
  const names = useMemo(
    () => new Map((known ?? []).map(({ groupId, name }) => [groupId, name])),
    [known],
  )
  return useCallback((groupId) => names.get(groupId) ?? nameOfGroup(groupId), [names])
}

function nameOfGroup(groupId: number): string {
  return groupId === 0 ? sessionText().everyone : sessionText().group({ number: String(groupId) })
}

/** Names are for the eye alone: nothing waits for them, and nothing is said when they cannot be had. */
function useDirectory<Value>(directory: Directory<Value>): Value | undefined {
  const { about, scopes, ask, staleTime = Number.POSITIVE_INFINITY } = directory
  const agentChat = useAgentChat()
  const state = useSession()
  const granted = sessionOf(state)?.scopes ?? []
  const { data } = useQuery({
    queryKey: useQueryKey(about, granted),
    queryFn: ({ signal }) => ask(agentChat, { signal }),
    enabled: state.status === 'signed-in' && scopes.every((scope) => scopesAllow(granted, scope)),
    staleTime,
    retryOnMount: false,
    refetchOnReconnect: false,
  })
  return data
}
