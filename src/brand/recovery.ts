type Flow = 'popup' | 'redirect'

/** How the button presents the reason there is no session. */
export interface Recovery {
  /** Whether a session ended as sessions do, which is no failure. */
  sessionEnded: boolean
  /** The other flow, when it works where this one cannot. */
  alternative: Flow | undefined
}

/**
 * Finds out how to go on after a reason.
 *
 * @param code A `SignInErrorCode`.
 */
export function recoveryFor(code: string): Recovery {
  const flow = alternativeFlow[code]
  return {
    sessionEnded: ['session_expired', 'session_refused', 'signed_out'].includes(code),
    alternative: flow === 'redirect' && isFramed() ? undefined : flow,
  }
}

/** LiveChat does not allow itself to be framed, so a framed page cannot redirect to it. */
const isFramed = () => window.top !== window

const alternativeFlow: Readonly<Record<string, Flow>> = {
  popup_blocked: 'redirect',
  popup_isolated: 'redirect',
  storage_unavailable: 'popup',
}
