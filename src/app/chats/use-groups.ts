import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo } from 'react'
import type { Chat } from '../../agent-chat/index.ts'
import { useQueryKey } from '../../react/inbox/inbox-internal.ts'
import type { ChatRows } from '../../react/inbox/index.ts'
import { useProfile } from '../session/use-profile.ts'

const everyones = 0

/**
 * Groups by number, those of the agent where the session may know them, and every other that was on a chat since
 * they signed in: a list of one group alone must not hide the rest.
 */
export function useGroups(rows: ChatRows | undefined): readonly number[] {
  const queries = useQueryClient()
  const queryKey = useQueryKey('groups')
  const own = useProfile()?.groupIds
  const { data: seen } = useQuery<readonly number[]>({
    queryKey,
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const groups = useMemo(() => {
    const all = new Set([...(own ? [everyones, ...own] : []), ...(seen ?? [])])
    for (const page of rows?.pages ?? []) for (const group of groupsOn(page)) all.add(group)
    return [...all].sort((one, other) => one - other)
  }, [rows, own, seen])
  const remember = useEffectEvent((known: readonly number[]) =>
    queries.setQueryData(queryKey, known),
  )
  useEffect(() => void remember(groups), [groups])
  return groups
}

const groupsByPage = new WeakMap<readonly Chat[], readonly number[]>()

function groupsOn(page: readonly Chat[]): readonly number[] {
  const groups = groupsByPage.get(page) ?? [...new Set(page.flatMap((chat) => chat.groupIds))]
  groupsByPage.set(page, groups)
  return groups
}
