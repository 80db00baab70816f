type Flow = 'popup' | 'redirect'

/** What the button says beneath itself while a sign-in is under way. */
export const progressText: Readonly<Record<Flow, string>> = {
  popup: 'Continue in the sign-in window. Can’t see it? Click the button again.',
  redirect: 'Taking you to LiveChat…',
}

const alternativeText: Readonly<Record<Flow, string>> = {
  popup: 'Use a sign-in window instead',
  redirect: 'Use this tab instead',
}

/** How the button presents the reason there is no session. */
export interface Recovery {
  /** Whether a session ended as sessions do, which is no failure. */
  sessionEnded: boolean
  /** The other flow, when it works where this one cannot, and what its button says. */
  alternative?: { flow: Flow; text: string }
}

/**
 * Finds out how to go on after a reason.
 *
 * @param code A `SignInErrorCode`.
 */
export function recoveryFor(code: string): Recovery {
  const sessionEnded = ['session_expired', 'session_refused', 'signed_out'].includes(code)
  const flow = alternativeFlow[code]
  const isOffered = flow && (flow === 'popup' || !isFramed())
  return {
    sessionEnded,
    ...(isOffered && { alternative: { flow, text: alternativeText[flow] } }),
  }
}

/** LiveChat does not allow itself to be framed, so a framed page cannot redirect to it. */
const isFramed = () => window.top !== window

const alternativeFlow: Readonly<Record<string, Flow>> = {
  popup_blocked: 'redirect',
  popup_isolated: 'redirect',
  storage_unavailable: 'popup',
}
