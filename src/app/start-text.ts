import { defineMessages } from './language/define-messages.ts'

/** What is said before there is a page. */
export const startText = defineMessages('start', {
  loading: 'Loading…',
  loadingInbox: 'Loading your inbox…',
  signingIn: 'Signing you in…',
  signedIn: 'You’re signed in. You can close this window.',
  notLoaded: 'This page couldn’t be loaded. Check your connection, then reload.',
})
