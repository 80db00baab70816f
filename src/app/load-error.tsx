import { AgentChatError } from '../agent-chat/index.ts'
import { Banner } from './banner.tsx'
import { WarningIcon } from './icons.tsx'

export interface LoadErrorProps {
  error: Error
  /** It is being tried again. */
  busy: boolean
  onRetry: () => void
}

/** Chats could not be loaded: why, and once more. */
export function LoadError({ error, busy, onRetry }: LoadErrorProps) {
  return (
    <Banner tone="wrong" icon={<WarningIcon />} title="The chats could not be loaded" announce>
      <p>
        {error instanceof AgentChatError
          ? error.message
          : 'This page met a fault of its own. Try again; if it repeats, tell its developer.'}
      </p>
      <button type="button" className="button" aria-busy={busy} onClick={onRetry}>
        {busy ? 'Trying again…' : 'Try again'}
      </button>
    </Banner>
  )
}
