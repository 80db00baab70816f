import type { ChatListResult } from '../../react/inbox/index.ts'
import { isLoadError, isMissingScope } from '../chat/api-errors.ts'
import { LoadError } from '../chat/load-error.tsx'
import { MissingScope } from '../session/missing-scope.tsx'
import { SessionOrNetworkBanner } from '../session/session-or-network-banner.tsx'
import { sessionText } from '../session/session-text.ts'
import { chatsText } from './chats-text.ts'

/** The most important problem with the list and what to do about it; one at a time. */
export function ChatsStatusBanner({ list }: { list: ChatListResult }) {
  const { rows } = list
  const text = chatsText()
  return (
    <SessionOrNetworkBanner
      ended={rows ? text.endedWithChats : text.ended}
      offline={rows ? text.offlineWithChats : text.offline}
    >
      <ListProblem {...list} />
    </SessionOrNetworkBanner>
  )
}

function ListProblem({ error, below, isRefreshing, retry }: ChatListResult) {
  if (isMissingScope(error)) {
    return (
      <MissingScope
        title={chatsText().cannotList}
        scope="chats--access:ro"
        why={sessionText().readChats}
      />
    )
  }
  if (!isLoadError(error) || below.hasFailed) return null
  return <LoadError error={error} busy={isRefreshing} onRetry={retry} />
}
