import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { SignInError } from '../../auth/index.ts'
import { describeError } from '../language/describe-error.ts'
import { Button } from '../ui/button.tsx'
import { accountText } from './account-text.ts'

export interface QueryResultProps<T> {
  /** Says what could not be loaded, if so. */
  failed: string
  query: Pick<UseQueryResult<T | null>, 'data' | 'error' | 'isFetching' | 'refetch'>
  /** Shown when the session lacks the scope. */
  forbidden: ReactNode
  children: (answer: T) => ReactNode
}

/** Shows a query's result, or that it loads or failed; a result stays, whatever follows. */
export function QueryResult<T>({ failed, query, forbidden, children }: QueryResultProps<T>) {
  const { data, isFetching, refetch } = query
  // The page itself says that its session ended.
  const error = query.error instanceof SignInError && isOver(query.error) ? null : query.error
  return (
    <>
      {data !== undefined && (data === null ? forbidden : children(data))}
      {error && (
        <QueryError
          failed={failed}
          error={error}
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {data === undefined && !error && (
        <p className="asking" aria-busy={isFetching}>
          {isFetching ? accountText().loading : accountText().notAvailable}
        </p>
      )}
    </>
  )
}

function isOver({ code }: SignInError): boolean {
  return code === 'session_refused' || code === 'session_expired' || code === 'signed_out'
}

export interface QueryErrorProps {
  /** Says what could not be loaded. */
  failed: string
  error: Error
  busy: boolean
  onRetry: () => void
}

/** A failed query: what could not be loaded, why, and *Try again*. */
export function QueryError({ failed, error, busy, onRetry }: QueryErrorProps) {
  const text = accountText()
  return (
    <div className="ask-error" role="alert">
      <p>
        <strong>{failed}</strong> <span>{describeError(error)}</span>
      </p>
      <Button busy={busy} onClick={onRetry}>
        {busy ? text.tryingAgain : text.tryAgain}
      </Button>
    </div>
  )
}
