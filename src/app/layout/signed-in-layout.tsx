import { type ReactNode, useRef } from 'react'
import { ClosingNotices } from '../closing/closing-notices.tsx'
import { useHarmlessDrops } from '../lib/use-file-drop.ts'
import { useTheme } from '../ui/use-theme.ts'
import { AppHeader } from './app-header.tsx'
import { SessionExpiryPrompt } from './session-expiry-prompt.tsx'
import { Shortcuts } from './shortcuts-dialog.tsx'
import { useAgentAlerts } from './use-agent-alerts.ts'
import { useFocusKept } from './use-focus-kept.ts'
import { useIsNarrow } from './use-is-narrow.ts'
import { useUnreadInTitle } from './use-unread-in-title.ts'

export interface SignedInLayoutProps {
  /** Whether the page fills the window and its parts scroll separately. */
  fills?: boolean
  children: ReactNode
}

/** The layout of the signed-in pages, in LiveChat's colours. */
export function SignedInLayout({ fills = false, children }: SignedInLayoutProps) {
  const page = useRef<HTMLDivElement>(null)
  useFocusKept(page)
  useHarmlessDrops()
  useUnreadInTitle()
  useAgentAlerts()
  return (
    <div
      ref={page}
      className={`app-page ${useTheme()}`}
      data-fills={fills}
      data-narrow={useIsNarrow()}
    >
      <AppHeader />
      <div className="app-content">
        <SessionExpiryPrompt />
        {children}
      </div>
      <ClosingNotices />
      <Shortcuts />
    </div>
  )
}
