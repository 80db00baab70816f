import { useRef, useState } from 'react'
import { isPageRefused } from './api-errors.ts'

export interface CursorRestart {
  /** It begins anew now, so that a page was refused is nothing to say yet. */
  isUnderWay: boolean
  /** Goes on to another page, and begins anew when LiveChat forgot it. */
  goOn: (go: () => Promise<{ error: Error | null }>) => Promise<void>
  /** Somebody asked to try again, so one may begin anew once more. */
  allow: () => void
}

/**
 * A list that begins anew when a page of it is refused: LiveChat forgets page ids after a while.
 *
 * @param begin Puts the first page in the place of all that was loaded.
 */
export function useCursorRestart(begin: () => Promise<void>): CursorRestart {
  /** Once per page that was refused, or a server that refuses every page would keep us busy for ever. */
  const restarted = useRef(false)
  const [isUnderWay, setUnderWay] = useState(false)
  return {
    isUnderWay,
    async goOn(go) {
      const { error } = await go()
      if (!error) restarted.current = false
      else if (isPageRefused(error) && !restarted.current) {
        restarted.current = true
        setUnderWay(true)
        // When that fails as well, what is said is that the page was refused.
        await begin().catch(() => {})
        setUnderWay(false)
      }
    },
    allow() {
      restarted.current = false
    },
  }
}
