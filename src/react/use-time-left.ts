import { useEffect, useState } from 'react'
import { type Precision, untilNextTick } from '../text/index.ts'
import { useSignInClient } from './livechat-provider.tsx'
import { useSession } from './use-session.ts'

/**
 * Gets how many milliseconds the session still lasts, or undefined when there is none, and renders again as they pass.
 *
 * @param precision `seconds` renders every second; `minutes`, the default, every minute and in the last two minutes
 *   every second.
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function useTimeLeft(precision: Precision = 'minutes'): number | undefined {
  const client = useSignInClient()
  const state = useSession()
  const session = state.status === 'signed-in' ? state.session : undefined
  const [shown, setShown] = useState({ session, left: client.timeLeft() })

  useEffect(() => {
    if (!session) return
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      clearTimeout(timer)
      const left = client.timeLeft()
      setShown({ session, left })
      if (left > 0) timer = setTimeout(tick, untilNextTick(left, precision))
    }
    const { signal } = stop
    window.addEventListener('visibilitychange', tick, { signal, capture: true })
    tick()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [client, session, precision])

  return session && (shown.session === session ? shown.left : client.timeLeft())
}
