/** What every sign-in button says, and its accessible name in every state. */
export const signInLabel = 'Sign in with LiveChat'
