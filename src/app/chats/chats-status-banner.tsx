import type { ChatListResult } from '../../react/inbox/index.ts'
import { isLoadError, isMissingScope } from '../chat/api-errors.ts'
import { LoadError } from '../chat/load-error.tsx'
import { MissingScope } from '../session/missing-scope.tsx'
import { SessionOrNetworkBanner } from '../session/session-or-network-banner.tsx'

/** The most important problem with the list and what to do about it; one at a time. */
export function ChatsStatusBanner({ list }: { list: ChatListResult }) {
  const { rows } = list
  return (
    <SessionOrNetworkBanner
      ended={
        rows
          ? 'You can still read the chats below. Sign in to pick up where you left off.'
          : 'Sign in to load your chats.'
      }
      offline={
        rows
          ? 'Your chats may be out of date. They’ll update when you’re back online.'
          : 'Your chats will load when you’re back online.'
      }
    >
      <ListProblem {...list} />
    </SessionOrNetworkBanner>
  )
}

function ListProblem({ error, below, isRefreshing, retry }: ChatListResult) {
  if (isMissingScope(error)) {
    return (
      <MissingScope
        title="This sign-in can’t list chats"
        scope="chats--access:ro"
        why="lets this page read the chats you have access to"
      />
    )
  }
  if (!isLoadError(error) || below.hasFailed) return null
  return <LoadError error={error} busy={isRefreshing} onRetry={retry} />
}
