import type { ReactNode } from 'react'
import { useOnline } from '../lib/use-online.ts'
import { Banner } from '../ui/banner.tsx'
import { CloudOffIcon } from '../ui/icons.tsx'
import { SessionEnded } from './session-ended.tsx'
import { sessionText } from './session-text.ts'
import { useSessionEnded } from './use-session-ended.ts'

export interface SessionOrNetworkBannerProps {
  /** What to do when the session has ended. */
  ended: string
  /** What becomes of the page while there is no network. */
  offline: string
  /** Shown when neither is so. */
  children?: ReactNode
}

/**
 * That the session has ended, or else that there is no network. The session comes first: without one nothing asks
 * LiveChat, and so nobody would learn that it is reached again.
 */
export function SessionOrNetworkBanner({ ended, offline, children }: SessionOrNetworkBannerProps) {
  const online = useOnline()
  if (useSessionEnded()) return <SessionEnded>{ended}</SessionEnded>
  if (online) return children
  return (
    <Banner tone="calm" icon={<CloudOffIcon />} title={sessionText().offline} announce>
      <p>{offline}</p>
    </Banner>
  )
}
