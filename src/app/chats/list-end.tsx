import type { ChatListResult } from '../../react/inbox/index.ts'
import { useSession } from '../../react/index.ts'
import { isLoadError } from '../chat/api-errors.ts'
import { LoadError } from '../chat/load-error.tsx'
import { LoadMore } from '../ui/load-more.tsx'

export interface ListEndProps {
  list: ChatListResult
  online: boolean
}

/** The end of the list: loading more, an error, or nothing. */
export function ListEnd({ list, online }: ListEndProps) {
  const { below, error, retry } = list
  const { status } = useSession()
  if (status === 'signed-in' && online && below.hasFailed && isLoadError(error)) {
    return <LoadError error={error} busy={below.isLoading} onRetry={retry} />
  }
  return <LoadMore hasMore={below.hasMore} busy={below.isLoading} onMore={below.load} />
}
