import { SignInError } from '../../auth/index.ts'
import { ownFault } from '../own-fault.ts'
import { Button } from '../ui/button.tsx'

export interface AskErrorProps {
  /** What could not be shown. */
  what: string
  error: Error
  busy: boolean
  onRetry: () => void
}

/** LiveChat was asked and did not answer well: what is missing, why, and once more. */
export function AskError({ what, error, busy, onRetry }: AskErrorProps) {
  return (
    <div className="ask-error" role="alert">
      <p>
        <strong>{what} could not be loaded.</strong>{' '}
        {error instanceof SignInError ? error.message : ownFault}
      </p>
      <Button busy={busy} onClick={onRetry}>
        {busy ? 'Trying again…' : 'Try again'}
      </Button>
    </div>
  )
}
