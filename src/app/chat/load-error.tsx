import { AgentChatError } from '../../agent-chat/index.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { WarningIcon } from '../ui/icons.tsx'
import { unexpectedErrorMessage } from './api-errors.ts'

export interface LoadErrorProps {
  error: Error
  /** Whether it is being tried again. */
  busy: boolean
  onRetry: () => void
}

/** The notice that chats could not be loaded: why, and *Try again*. */
export function LoadError({ error, busy, onRetry }: LoadErrorProps) {
  return (
    <Banner tone="wrong" icon={<WarningIcon />} title="Couldn’t load chats" announce>
      <p>{error instanceof AgentChatError ? error.message : unexpectedErrorMessage}</p>
      <Button busy={busy} onClick={onRetry}>
        {busy ? 'Trying again…' : 'Try again'}
      </Button>
    </Banner>
  )
}
