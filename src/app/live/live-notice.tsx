import { type LiveStatus, type StopReason, useLiveStatus } from '../../react/inbox/index.ts'
import { Button } from '../ui/button.tsx'
import { liveText } from './live-text.ts'

/** Why nothing is live, for an agent who can do something about it. */
const stopped: Partial<Record<StopReason, 'turnedOff' | 'elsewhere'>> = {
  logged_out_remotely: 'turnedOff',
  open_elsewhere: 'elsewhere',
}

/** After so many connections that failed, more of the same is to be expected. */
const failuresShown = 3

/** The notice that the page asks for updates at intervals, when it does not hear of them by itself. */
export function LiveNotice() {
  const state = useLiveStatus()
  if (!isOff(state)) return null
  const seconds = state.pollInterval / 1000
  const reason = state.status === 'stopped' ? stopped[state.reason] : undefined
  const text = liveText()
  return (
    <output className="hint stale-notice">
      <span>{`${text[reason ?? 'unavailable']} ${text.checking({ count: seconds })} `}</span>
      {reason && (
        <Button kind="plain" size="compact" onClick={state.connect}>
          {text.turnOn}
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
