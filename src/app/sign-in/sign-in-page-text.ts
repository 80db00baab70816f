import { defineMessages, params } from '../language/define-messages.ts'

export const signInText = defineMessages('signIn', {
  title: 'Sign in to see your chats',
  hint: 'Use your LiveChat account. This page never sees your password.',
  welcomeBack: 'Welcome back',
  welcomeBackHint:
    'For your security, we don’t store your session. Click to pick up where you left off.',
  failed: 'Sign-in failed',
  failedHint: 'Nothing has changed. Try again, or choose another way to sign in.',
  flow: 'Flow',
  popup: 'Popup',
  redirect: 'Redirect',
  popupHint: 'LiveChat opens in a sign-in window. This page stays open.',
  redirectHint: 'This page takes you to LiveChat and back.',
  grant: 'Grant',
  implicit: 'Implicit',
  code: 'Code',
  codeHint: 'Your session renews automatically.',
  implicitHint: 'You’ll be asked to continue before your session expires.',
  implicitRedirectHint:
    'Your access token comes in the address, which stays in your browser history.',
  anotherAccount: 'Use another account',
  continueAs: params('Continue as {name}'),
  continue: 'Continue where you left off',
  sandbox: 'This page uses the sandbox. Sign in as {email} with the password {password}.',
  forDevelopment: 'For development: {link}',
  usePersonalToken: 'use a personal access token',
  stillSignedIn: 'You may still be signed in to LiveChat in this browser.',
  signOutOfLiveChat: 'Sign out of LiveChat too',
})
