import { useRef, useState } from 'react'
import { isPageRefused } from './transient-error.ts'

export interface CursorRestart {
  /** Whether the list is starting over, so that a refused page is not an error yet. */
  isUnderWay: boolean
  /** Loads another page, and starts over when LiveChat no longer knows it. */
  goOn: (go: () => Promise<{ error: Error | null }>) => Promise<void>
  /** Allows another start after the agent asked to try again. */
  allow: () => void
}

/**
 * Starts a list over when one of its pages is refused: LiveChat forgets page ids after a while.
 *
 * @param begin Replaces everything that was loaded by the first page.
 */
export function useCursorRestart(begin: () => Promise<void>): CursorRestart {
  /** The page that was refused: starting over once for each, or a server that refuses every page would cause a loop. */
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
        // If that fails too, the refused page is the error to report.
        await begin().catch(() => {})
        setUnderWay(false)
      }
    },
    allow() {
      restarted.current = false
    },
  }
}
