import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { SignInError } from '../../auth/index.ts'
import { unexpectedErrorMessage } from '../chat/api-errors.ts'
import { Button } from '../ui/button.tsx'

export interface QueryResultProps<T> {
  /** The subject of a sentence about what is loaded: 'Your sessions'. */
  what: string
  query: Pick<UseQueryResult<T | null>, 'data' | 'error' | 'isFetching' | 'refetch'>
  /** Shown when the session lacks the scope. */
  forbidden: ReactNode
  children: (answer: T) => ReactNode
}

/** Shows a query's result, or that it loads or failed; a result stays, whatever follows. */
export function QueryResult<T>({ what, query, forbidden, children }: QueryResultProps<T>) {
  const { data, isFetching, refetch } = query
  // The page itself says that its session ended.
  const error = query.error instanceof SignInError && isOver(query.error) ? null : query.error
  return (
    <>
      {data !== undefined && (data === null ? forbidden : children(data))}
      {error && (
        <QueryError what={what} error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {data === undefined && !error && (
        <p className="asking" aria-busy={isFetching}>
          {isFetching ? 'Loading…' : 'Not available: your session ended.'}
        </p>
      )}
    </>
  )
}

function isOver({ code }: SignInError): boolean {
  return code === 'session_refused' || code === 'session_expired' || code === 'signed_out'
}

export interface QueryErrorProps {
  /** What could not be shown. */
  what: string
  error: Error
  busy: boolean
  onRetry: () => void
}

/** A failed query: what could not be loaded, why, and *Try again*. */
export function QueryError({ what, error, busy, onRetry }: QueryErrorProps) {
  return (
    <div className="ask-error" role="alert">
      <p>
        <strong>{`${what} couldn’t be loaded.`}</strong>{' '}
        <span>{error instanceof SignInError ? error.message : unexpectedErrorMessage}</span>
      </p>
      <Button busy={busy} onClick={onRetry}>
        {busy ? 'Trying again…' : 'Try again'}
      </Button>
    </div>
  )
}
