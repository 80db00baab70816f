import { type LiveStatus, type StopReason, useLiveStatus } from '../../react/inbox/index.ts'
import { Button } from '../ui/button.tsx'

/** Why nothing is live, for an agent who can do something about it. */
const stopped: Partial<Record<StopReason, string>> = {
  logged_out_remotely: 'Live updates were turned off from another place.',
  open_elsewhere: 'Live updates moved to another window or app.',
}

/** After so many connections that failed, more of the same is to be expected. */
const failuresShown = 3

/** The notice that the page asks for updates at intervals, when it does not hear of them by itself. */
export function LiveNotice() {
  const state = useLiveStatus()
  if (!isOff(state)) return null
  const seconds = state.pollInterval / 1000
  const reason = state.status === 'stopped' ? stopped[state.reason] : undefined
  return (
    <output className="hint stale-notice">
      <span>
        {`${reason ?? 'Live updates are unavailable.'} Checking every ${seconds} seconds. `}
      </span>
      {reason && (
        <Button kind="plain" size="compact" onClick={state.connect}>
          Turn on here
        </Button>
      )}
    </output>
  )
}

/** One that has just been lost will soon be back; that the agent is signed out is said elsewhere. */
function isOff(state: LiveStatus): boolean {
  if (state.status === 'waiting') return state.failures >= failuresShown
  if (state.status === 'stopped') return state.reason !== 'signed_out'
  return state.status === 'unavailable'
}
