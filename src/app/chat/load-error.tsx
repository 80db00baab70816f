import { describeError } from '../language/describe-error.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { WarningIcon } from '../ui/icons.tsx'
import { chatText } from './chat-text.ts'

export interface LoadErrorProps {
  error: Error
  /** Whether it is being tried again. */
  busy: boolean
  onRetry: () => void
}

/** The notice that chats could not be loaded: why, and *Try again*. */
export function LoadError({ error, busy, onRetry }: LoadErrorProps) {
  const text = chatText()
  return (
    <Banner tone="wrong" icon={<WarningIcon />} title={text.notLoaded} announce>
      <p>{describeError(error)}</p>
      <Button busy={busy} onClick={onRetry}>
        {busy ? text.tryingAgain : text.tryAgain}
      </Button>
    </Banner>
  )
}
