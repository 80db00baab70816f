import { useSession } from '../../react/index.ts'
import { isLoadError } from '../chat/api-errors.ts'
import { LoadError } from '../chat/load-error.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import type { Chats } from './use-chats.ts'

export interface ListEndProps extends Chats {
  online: boolean
}

/** What follows the last row: more, or why not, or nothing. */
export function ListEnd(props: ListEndProps) {
  const { error, failedAtEnd, online, hasMore, isLoadingMore, loadMore, retry } = props
  const { status } = useSession()
  if (status === 'signed-in' && online && failedAtEnd && isLoadError(error)) {
    return <LoadError error={error} busy={isLoadingMore} onRetry={retry} />
  }
  return <LoadMore hasMore={hasMore} busy={isLoadingMore} online={online} onMore={loadMore} />
}
