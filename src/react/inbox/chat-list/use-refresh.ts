import { useState } from 'react'

export interface Refresh {
  /** Somebody waits for it. */
  isRefreshing: boolean
  /** Milliseconds since 1970; 0: no refresh that somebody asked for has failed. */
  failedAt: number
  refresh: () => Promise<void>
}

/** Tells a refresh that the agent asked for from polling, which goes on unseen. */
export function useRefresh(fetchAgain: () => Promise<{ isError: boolean }>): Refresh {
  const [isRefreshing, setRefreshing] = useState(false)
  const [failedAt, setFailedAt] = useState(0)
  const refresh = async () => {
    setRefreshing(true)
    const { isError } = await fetchAgain()
    if (isError) setFailedAt(Date.now())
    setRefreshing(false)
  }
  return { isRefreshing, failedAt, refresh }
}
