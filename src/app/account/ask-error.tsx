import { SignInError } from '../../auth/index.ts'

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
        {error instanceof SignInError
          ? error.message
          : 'This page met a fault of its own. Try again; if it repeats, tell its developer.'}
      </p>
      <button type="button" className="button" aria-busy={busy} onClick={onRetry}>
        {busy ? 'Trying again…' : 'Try again'}
      </button>
    </div>
  )
}
