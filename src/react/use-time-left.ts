import { useEffect, useState } from 'react'
import { useSignInClient } from './livechat-provider.tsx'
import { type Pace, untilNextTick } from './time-left.ts'
import { useSession } from './use-session.ts'

/**
 * Milliseconds the session still lasts, or undefined when there is none. Renders again as often as `pace` says:
 * each second, or (the default) each minute and only in the last two each second.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function useTimeLeft(pace: Pace = 'minutes'): number | undefined {
  const client = useSignInClient()
  const state = useSession()
  const session = state.status === 'signed-in' ? state.session : undefined
  const [told, setTold] = useState({ session, left: client.timeLeft() })

  useEffect(() => {
    if (!session) return
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      clearTimeout(timer)
      const left = client.timeLeft()
      setTold({ session, left })
      if (left > 0) timer = setTimeout(tick, untilNextTick(left, pace))
    }
    document.addEventListener('visibilitychange', tick, { signal: stop.signal })
    tick()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [client, session, pace])

  return session && (told.session === session ? told.left : client.timeLeft())
}
