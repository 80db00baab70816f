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
  if (ended)
    return <SessionEnded>You can still read what’s here. Sign in to continue.</SessionEnded>
  if (!online) {
    return (
      <Banner tone="calm" icon={<CloudOffIcon />} title="You’re offline" announce>
        <p>This page may be out of date. It’ll update when you’re back online.</p>
      </Banner>
    )
  }
  if (!isMissingScope(error)) return null
  return (
    <MissingScope
      title="This sign-in can’t read chats"
      scope="chats--access:ro"
      why="lets this page read the chats you have access to"
    />
  )
}
