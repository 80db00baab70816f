type Flow = 'popup' | 'redirect'

/** What the button says beneath itself while the agent is on their way. */
export const progress: Readonly<Record<Flow, string>> = {
  popup: 'Continue in the LiveChat window. If you lost sight of it, press the button again.',
  redirect: 'One moment, LiveChat is next…',
}

const offers: Readonly<Record<Flow, string>> = {
  popup: 'Sign in with a pop-up window instead',
  redirect: 'Sign in by redirect instead',
}

/** What follows from a reason: a session that ran its time is no failure, and one way may work where another cannot. */
export interface Advice {
  ending: boolean
  other?: { flow: Flow; words: string }
}

/** @param code A `SignInErrorCode`. */
export function adviceFor(code: string): Advice {
  const ending = ['session_expired', 'session_refused', 'signed_out'].includes(code)
  const flow = wayAround[code]
  const offered = flow && (flow === 'popup' || !isFramed())
  return { ending, ...(offered && { other: { flow, words: offers[flow] } }) }
}

/** LiveChat does not let itself be shown in a frame, so a framed page cannot leave for it. */
const isFramed = () => window.top !== window

const wayAround: Readonly<Record<string, Flow>> = {
  popup_blocked: 'redirect',
  popup_isolated: 'redirect',
  storage_unavailable: 'popup',
}
