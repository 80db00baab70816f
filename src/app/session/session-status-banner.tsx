import { isMissingScope } from '../chat/api-errors.ts'
import { MissingScope } from './missing-scope.tsx'
import { SessionOrNetworkBanner } from './session-or-network-banner.tsx'
import { sessionText } from './session-text.ts'

export interface SessionStatusBannerProps {
  error: Error | null
}

/** What the session or the network lacks on a page that reads chats; at most one thing at a time. */
export function SessionStatusBanner({ error }: SessionStatusBannerProps) {
  return (
    <SessionOrNetworkBanner ended={sessionText().readOnly} offline={sessionText().outOfDate}>
      {isMissingScope(error) && (
        <MissingScope
          title={sessionText().noChats}
          scope="chats--access:ro"
          why={sessionText().readChats}
        />
      )}
    </SessionOrNetworkBanner>
  )
}
