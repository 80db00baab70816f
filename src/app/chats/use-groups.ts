import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Chat } from '../../agent-chat/index.ts'
import { sessionOf } from '../../auth/index.ts'
import { useSession } from '../../react/index.ts'
import { ownerOf } from '../session/cache-owner.ts'
import { useProfile } from '../session/use-profile.ts'

const everyones = 0

/**
 * Groups by number, those of the agent where the session may know them, and every other that was on a chat since
 * they signed in: a list of one group alone must not hide the rest.
 */
export function useGroups(chats: readonly Chat[] | undefined): readonly number[] {
  const queries = useQueryClient()
  const session = sessionOf(useSession())
  const owner = session && ownerOf(session)
  const own = useProfile()?.groupIds
  const { data: seen } = useQuery<readonly number[]>({
    queryKey: ['groups', owner],
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const groups = useMemo(() => {
    const here = chats?.flatMap((chat) => chat.groupIds) ?? []
    const all = new Set([...(own ? [everyones, ...own] : []), ...(seen ?? []), ...here])
    return [...all].sort((one, other) => one - other)
  }, [chats, own, seen])
  useEffect(() => void queries.setQueryData(['groups', owner], groups), [queries, owner, groups])
  return groups
}
