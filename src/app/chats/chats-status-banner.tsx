import { isLoadError, isMissingScope } from '../chat/api-errors.ts'
import { LoadError } from '../chat/load-error.tsx'
import { MissingScope } from '../session/missing-scope.tsx'
import { SessionEnded } from '../session/session-ended.tsx'
import { useSessionEnded } from '../session/use-session-ended.ts'
import { Banner } from '../ui/banner.tsx'
import { CloudOffIcon } from '../ui/icons.tsx'
import type { Chats } from './use-chats.ts'

export interface ChatsStatusBannerProps {
  list: Chats
  online: boolean
}

/** The most important problem with the list and what to do about it; one at a time. */
export function ChatsStatusBanner({ list, online }: ChatsStatusBannerProps) {
  const { chats, error, below, isRefreshing, retry } = list
  const ended = useSessionEnded()
  if (ended) {
    return (
      <SessionEnded>
        {chats
          ? 'You can still read the chats below. Sign in to pick up where you left off.'
          : 'Sign in to load your chats.'}
      </SessionEnded>
    )
  }
  if (!online) {
    return (
      <Banner tone="calm" icon={<CloudOffIcon />} title="You’re offline" announce>
        <p>
          {chats
            ? 'Your chats may be out of date. They’ll update when you’re back online.'
            : 'Your chats will load when you’re back online.'}
        </p>
      </Banner>
    )
  }
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
