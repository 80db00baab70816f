import { useEffect, useState } from 'react'
import { type Pace, untilNextTick } from './time-left.ts'
import { useSession } from './use-session.ts'

/**
 * Milliseconds the session still lasts, or undefined when there is none. Renders again as often as `pace` says:
 * each second, or (the default) each minute and only in the last two each second.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function useTimeLeft(pace: Pace = 'minutes'): number | undefined {
  const state = useSession()
  const expiresAt = state.status === 'signed-in' ? state.session.expiresAt : undefined
  const [now, setNow] = useState(Date.now)

  useEffect(() => {
    if (expiresAt === undefined) return
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      clearTimeout(timer)
      setNow(Date.now())
      const left = expiresAt - Date.now()
      if (left > 0) timer = setTimeout(tick, untilNextTick(left, pace))
    }
    document.addEventListener('visibilitychange', tick, { signal: stop.signal })
    tick()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [expiresAt, pace])

  return expiresAt === undefined ? undefined : Math.max(0, expiresAt - now)
}
