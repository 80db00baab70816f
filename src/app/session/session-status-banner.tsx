import { isMissingScope } from '../chat/api-errors.ts'
import { MissingScope } from './missing-scope.tsx'
import { SessionOrNetworkBanner } from './session-or-network-banner.tsx'

export interface SessionStatusBannerProps {
  error: Error | null
}

/** What the session or the network lacks on a page that reads chats; at most one thing at a time. */
export function SessionStatusBanner({ error }: SessionStatusBannerProps) {
  return (
    <SessionOrNetworkBanner
      ended="You can still read what’s here. Sign in to continue."
      offline="This page may be out of date. It’ll update when you’re back online."
    >
      {isMissingScope(error) && (
        <MissingScope
          title="This sign-in can’t read chats"
          scope="chats--access:ro"
          why="lets this page read the chats you have access to"
        />
      )}
    </SessionOrNetworkBanner>
  )
}
