import { isMissingScope } from '../chat/api-errors.ts'
import { Banner } from '../ui/banner.tsx'
import { CloudOffIcon } from '../ui/icons.tsx'
import { MissingScope } from './missing-scope.tsx'
import { SessionEnded } from './session-ended.tsx'
import { useSessionEnded } from './use-session-ended.ts'

export interface SessionStatusBannerProps {
  error: Error | null
  online: boolean
}

/** What the session or the network lacks on a page that reads chats; at most one thing at a time. */
export function SessionStatusBanner({ error, online }: SessionStatusBannerProps) {
  const ended = useSessionEnded()
  if (!online) {
    return (
      <Banner tone="calm" icon={<CloudOffIcon />} title="You are offline" announce>
        <p>What you see may be out of date. You can go on when you are back.</p>
      </Banner>
    )
  }
  if (ended) return <SessionEnded>What you see stays as it is. Sign in to go on.</SessionEnded>
  if (!isMissingScope(error)) return null
  return (
    <MissingScope
      title="This sign-in may not read chats"
      scope="chats--access:ro"
      why="lets this page read the chats you have access to"
    />
  )
}
