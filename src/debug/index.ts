/**
 * What happens while an agent signs in, to look at or to report: states, requests and how long each took. Never a token,
 * code, verifier or state.
 *
 * ```ts
 * if (import.meta.env.DEV) logSignIn(client)
 * ```
 *
 * @module
 */
export type { RequestEvent, SignInEvent, StateEvent } from './sign-in-event.ts'
export { logSignIn, watchSignIn } from './watch-sign-in.ts'
